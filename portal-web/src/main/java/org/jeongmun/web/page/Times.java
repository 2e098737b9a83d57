package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.web.notice.PortalTimeText;
import org.jeongmun.web.state.PortalState;

/** The portal's time, and moments in words, in the zone of the campaign. */
@Named("times")
@ApplicationScoped
public class Times {
    /** More than any campaign has. */
    private static final int MOST_DAYS = 5_000;

    @Inject
    private PortalState state;

    /** Each page of times says some twenty of them, and saying one takes a microsecond. */
    private final Map<Day, LocalizedText> days = new ConcurrentHashMap<>();

    /** Made by the container. */
    public Times() {}

    /** @return the zone of the campaign in force */
    public ZoneId zone() {
        return state.knowledge().zone();
    }

    /** @return the latest that it can be now; empty when nothing can be trusted */
    public Optional<Instant> now() {
        return state.time().map(TimeBound::latest);
    }

    /** @return until when booking stays open without a gap; {@code now} when it is shut */
    public Instant openUntil(Instant now) {
        return openUntil(now, state.knowledge().windows());
    }

    /** @return whether booking is open for anybody, so that a place that is held can be confirmed */
    public boolean isOpen() {
        return now().filter(now -> openUntil(now).isAfter(now)).isPresent();
    }

    /** @return whether a window has opened yet, for all that is known; if not, nobody can have a place */
    public boolean hasAnyOpened() {
        Optional<Instant> now = now();
        Optional<OpeningSchedule> schedule = state.knowledge().schedule();
        return now.isEmpty()
                || schedule.isEmpty()
                || schedule.get().windows().stream()
                        .anyMatch(window -> !window.opensAt().isAfter(now.get()));
    }

    static Instant openUntil(Instant now, List<BookingWindow> inOrderOfOpening) {
        Instant end = now;
        for (BookingWindow window : inOrderOfOpening) {
            if (!window.opensAt().isAfter(end) && window.closesAt().isAfter(end)) {
                end = window.closesAt();
            }
        }
        return end;
    }

    /** @return day and time of day */
    public LocalizedText moment(Instant instant) {
        return new PortalTimeText(zone()).dayAndTime(instant);
    }

    /** @return day and time of day in a zone that is not the campaign's of today */
    public LocalizedText momentIn(ZoneId zone, Instant instant) {
        return new PortalTimeText(zone).dayAndTime(instant);
    }

    /** @return the time of day, with the day where that is not the one of {@code now} */
    public LocalizedText momentSeenFrom(Instant now, Instant instant) {
        return new PortalTimeText(zone()).seenFrom(now, instant);
    }

    /** @return the time of day */
    public LocalizedText time(Instant instant) {
        return new PortalTimeText(zone()).time(instant);
    }

    /** @return the day */
    public LocalizedText day(LocalDate date) {
        if (days.size() >= MOST_DAYS) {
            days.clear();
        }
        return days.computeIfAbsent(new Day(zone(), date), Times::said);
    }

    private static LocalizedText said(Day day) {
        return new PortalTimeText(day.zone())
                .day(day.date().atStartOfDay(day.zone()).toInstant());
    }

    private record Day(ZoneId zone, LocalDate date) {}
}
