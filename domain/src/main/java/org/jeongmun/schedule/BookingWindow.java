package org.jeongmun.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jeongmun.clock.TimeBound;

/**
 * When one cohort may book: in {@code [opensAt, closesAt)}.
 *
 * @param id unique within a campaign
 * @param cohort whose window it is
 * @param opensAt the first instant at which a place may be held
 * @param closesAt the first instant at which none may be held any more
 * @param checkInAt from when people may join the line; empty = from {@code opensAt}
 * @param grace how long after {@code closesAt} an earlier hold may still be confirmed
 * @param hold how long a held place waits for its confirmation
 */
public record BookingWindow(
        WindowId id,
        CohortId cohort,
        Instant opensAt,
        Instant closesAt,
        Optional<Instant> checkInAt,
        Duration grace,
        Duration hold) {
    /** Refuses a window that closes before it opens, a check-in after the opening, and a hold of no length. */
    public BookingWindow {
        requireNonNull(id, "id");
        requireNonNull(cohort, "cohort");
        requireNonNull(opensAt, "opensAt");
        requireNonNull(closesAt, "closesAt");
        requireNonNull(checkInAt, "checkInAt");
        if (!opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("A booking window opens before it closes; got opensAt=%s, closesAt=%s."
                    .formatted(opensAt, closesAt));
        }
        if (checkInAt.isPresent() && checkInAt.get().isAfter(opensAt)) {
            throw new IllegalArgumentException("Check-in begins no later than booking; got checkInAt=%s, opensAt=%s."
                    .formatted(checkInAt.get(), opensAt));
        }
        if (grace.isNegative() || hold.isNegative() || hold.isZero()) {
            throw new IllegalArgumentException(
                    "A grace is not negative and a hold has a length; got grace=%s, hold=%s.".formatted(grace, hold));
        }
    }

    /** @return what the window is at {@code now}; {@code opensAt} is open, {@code closesAt} is closed */
    public WindowStatus statusAt(Instant now) {
        if (!now.isBefore(closesAt)) {
            return WindowStatus.CLOSED;
        }
        if (!now.isBefore(opensAt)) {
            return WindowStatus.OPEN;
        }
        boolean joinable = checkInAt.isPresent() && !now.isBefore(checkInAt.get());
        return joinable ? WindowStatus.CHECK_IN : WindowStatus.NOT_YET_OPEN;
    }

    /** @return the less open of what the window is at both ends of what can be now */
    public WindowStatus statusAt(TimeBound now) {
        return statusAt(now.earliest()).orLessOpen(statusAt(now.latest()));
    }
}
