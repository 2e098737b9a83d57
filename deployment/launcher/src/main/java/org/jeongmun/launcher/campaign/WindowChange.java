package org.jeongmun.launcher.campaign;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;

/** Moves one window of a schedule to later, or says why not. */
sealed interface WindowChange {
    /**
     * How long before its opening a window can still be postponed: the change must be on every node before any of them
     * opens.
     */
    Duration REACHES_EVERY_NODE_WITHIN = Duration.ofSeconds(1);

    /** The schedule as it becomes. */
    record Changed(OpeningSchedule schedule) implements WindowChange {
        /** Refuses nothing. */
        public Changed {
            requireNonNull(schedule, "schedule");
        }
    }

    /** Why not, one line for the operator. */
    record Refused(String message) implements WindowChange {}

    /** @return whether the window opens, or has opened, before a change of it would be on every node */
    static boolean isTooLateFor(BookingWindow window, Instant now) {
        return !now.plus(REACHES_EVERY_NODE_WITHIN).isBefore(window.opensAt());
    }

    /**
     * Opens a window later. Check-in that has not begun moves along with the opening; one that has begun goes on, so
     * that everybody keeps their place in line. The closing stays.
     */
    static WindowChange postponed(OpeningSchedule schedule, String id, Instant opens, Instant now) {
        Optional<BookingWindow> found = find(schedule, id);
        if (found.isEmpty()) {
            return unknown(schedule, id);
        }
        BookingWindow window = found.get();
        ZoneId zone = schedule.zone();
        if (!now.isBefore(window.opensAt())) {
            return refused(
                    "Window %s opened at %s: it can be extended, not postponed.", id, shown(window.opensAt(), zone));
        }
        if (isTooLateFor(window, now)) {
            return refused("Window %s opens within a second: too late to stop it on every node.", id);
        }
        if (!opens.isAfter(window.opensAt())) {
            return refused("Window %s opens at %s: name a later time.", id, shown(window.opensAt(), zone));
        }
        if (!opens.isBefore(window.closesAt())) {
            return refused(
                    "Window %s closes at %s: name an earlier time, or extend it first.",
                    id, shown(window.closesAt(), zone));
        }
        Duration by = Duration.between(window.opensAt(), opens);
        Optional<Instant> checkIn = window.checkInAt().map(at -> now.isBefore(at) ? at.plus(by) : at);
        return changed(schedule, window, opens, window.closesAt(), checkIn);
    }

    /** Closes a window later, also one that has closed already: what remains of its new time is then open again. */
    static WindowChange extended(OpeningSchedule schedule, String id, Instant closes, Instant now) {
        Optional<BookingWindow> found = find(schedule, id);
        if (found.isEmpty()) {
            return unknown(schedule, id);
        }
        BookingWindow window = found.get();
        ZoneId zone = schedule.zone();
        if (!closes.isAfter(window.closesAt())) {
            return refused("Window %s closes at %s: name a later time.", id, shown(window.closesAt(), zone));
        }
        if (!closes.isAfter(now)) {
            return refused("Window %s: %s is past; name a time to come.", id, shown(closes, zone));
        }
        Optional<BookingWindow> next = schedule.windows().stream()
                .filter(each ->
                        each.cohort().equals(window.cohort()) && each.opensAt().isAfter(window.opensAt()))
                .min(Comparator.comparing(BookingWindow::opensAt));
        if (next.filter(each -> each.opensAt().isBefore(closes)).isPresent()) {
            return refused(
                    "Window %s would overlap window %s of the same cohort, which opens at %s: name a time no later.",
                    id, next.get().id(), shown(next.get().opensAt(), zone));
        }
        return changed(schedule, window, window.opensAt(), closes, window.checkInAt());
    }

    private static WindowChange changed(
            OpeningSchedule schedule, BookingWindow window, Instant opens, Instant closes, Optional<Instant> checkIn) {
        BookingWindow moved =
                new BookingWindow(window.id(), window.cohort(), opens, closes, checkIn, window.grace(), window.hold());
        List<BookingWindow> windows = schedule.windows().stream()
                .map(each -> each == window ? moved : each)
                .toList();
        return new Changed(new OpeningSchedule(
                schedule.campaign(), schedule.version(), schedule.zone(), schedule.cohorts(), windows));
    }

    private static Optional<BookingWindow> find(OpeningSchedule schedule, String id) {
        return schedule.windows().stream()
                .filter(window -> window.id().value().equals(id))
                .findFirst();
    }

    private static Refused unknown(OpeningSchedule schedule, String id) {
        return refused(
                "No window is called %s. The windows are %s.",
                Quoted.of(id),
                schedule.windows().stream()
                        .map(BookingWindow::id)
                        .map(WindowId::value)
                        .collect(Collectors.joining(", ")));
    }

    private static Refused refused(String message, Object... arguments) {
        return new Refused(message.formatted(arguments));
    }

    private static String shown(Instant moment, ZoneId zone) {
        return WrittenTime.shown(moment, zone);
    }
}
