package org.jeongmun.lock.reading;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jeongmun.clock.ClockEstimate;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * What the last answers of the database said. It stays as it is when the database falls silent; whether it may still be
 * acted upon is for {@link #clock} to say.
 *
 * @param clock the belief about the database's clock
 * @param schedule in force; empty when there is none or it cannot be read
 * @param maintenance whether an operator has shut the portal
 * @param nextUpdate when, during maintenance, the next notice was promised; it may be past by now
 * @param announcement what an operator tells everybody
 * @param demo whether the database is marked as a demo
 */
public record Knowledge(
        ClockEstimate clock,
        Optional<OpeningSchedule> schedule,
        boolean maintenance,
        Optional<Instant> nextUpdate,
        Optional<LocalizedText> announcement,
        boolean demo) {
    private static final Knowledge NONE =
            new Knowledge(ClockEstimate.none(), Optional.empty(), false, Optional.empty(), Optional.empty(), false);

    /** Refuses missing parts. */
    public Knowledge {
        requireNonNull(clock, "clock");
        requireNonNull(schedule, "schedule");
        requireNonNull(nextUpdate, "nextUpdate");
        requireNonNull(announcement, "announcement");
    }

    /** @return what a node knows that has not asked yet */
    public static Knowledge none() {
        return NONE;
    }

    /** @return the zone of the campaign in force; UTC without one */
    public ZoneId zone() {
        return schedule.map(OpeningSchedule::zone).orElse(ZoneOffset.UTC);
    }

    /** @return the windows of the schedule in force, in order of opening; none without one */
    public List<BookingWindow> windows() {
        return schedule.map(OpeningSchedule::windows).orElse(List.of());
    }
}
