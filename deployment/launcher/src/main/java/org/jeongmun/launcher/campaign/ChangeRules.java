package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowStatus;

/**
 * What applying a file may do to the schedule in force. A window that is open is never altered by a file, nor is who
 * belongs to its cohort; one that has closed stays as it was, or is dropped; before the opening everything may change,
 * but nothing becomes earlier unless the operator says so.
 */
final class ChangeRules {
    private ChangeRules() {}

    /** @return why {@code after} must not take the place of {@code before} at {@code now}; empty when it may */
    static List<String> refusals(OpeningSchedule before, OpeningSchedule after, Instant now) {
        List<String> refusals = new ArrayList<>();
        for (BookingWindow window : before.windows()) {
            WindowStatus status = window.statusAt(now);
            Optional<BookingWindow> changed = sameIn(after, before, window);
            if (status == WindowStatus.OPEN) {
                openWindow(before, after, window, changed).ifPresent(refusals::add);
            } else if (changed.filter(each -> !each.cohort().equals(window.cohort()))
                    .isPresent()) {
                refusals.add("Window %s is of cohort %s for good: give the other cohort's window another id."
                        .formatted(window.id(), window.cohort()));
            } else if (status == WindowStatus.CLOSED
                    && changed.filter(each -> !each.equals(window)).isPresent()) {
                refusals.add(("Window %s has closed and stays as it was: use `campaign extend`, or give the new window"
                                + " another id.")
                        .formatted(window.id()));
            }
        }
        return refusals;
    }

    private static Optional<String> openWindow(
            OpeningSchedule before, OpeningSchedule after, BookingWindow window, Optional<BookingWindow> changed) {
        if (changed.isEmpty()) {
            return Optional.of(
                    "Window %s is open: the file cannot drop it before it has closed.".formatted(window.id()));
        }
        if (!changed.get().equals(window)) {
            return Optional.of("Window %s is open: the file cannot alter it; `campaign extend` can make it close later."
                    .formatted(window.id()));
        }
        boolean sameRule = before.cohort(window.cohort())
                .map(Cohort::rule)
                .equals(after.cohort(window.cohort()).map(Cohort::rule));
        return sameRule
                ? Optional.empty()
                : Optional.of("Window %s is open: who belongs to cohort %s cannot change before it has closed."
                        .formatted(window.id(), window.cohort()));
    }

    /** @return what {@code after} makes earlier than people were told by {@code before}, at {@code now} */
    static List<String> earlier(OpeningSchedule before, OpeningSchedule after, Instant now) {
        List<String> earlier = new ArrayList<>();
        for (BookingWindow window : after.windows()) {
            Optional<BookingWindow> told = sameIn(before, after, window).or(() -> next(before, window, now));
            if (told.isEmpty()) {
                continue;
            }
            if (isEarlier(window, told.get(), BookingWindow::opensAt)) {
                earlier.add("Window %s would open earlier than announced".formatted(window.id()));
            } else if (isEarlier(window, told.get(), each -> each.checkInAt().orElse(each.opensAt()))) {
                earlier.add("Check-in of window %s would begin earlier than announced".formatted(window.id()));
            }
        }
        return earlier;
    }

    private static boolean isEarlier(
            BookingWindow window, BookingWindow told, Function<BookingWindow, Instant> moment) {
        return moment.apply(window).isBefore(moment.apply(told));
    }

    /** What people of that cohort were told comes next: a window under a new id is no way round the rule. */
    private static Optional<BookingWindow> next(OpeningSchedule before, BookingWindow window, Instant now) {
        return before.windows().stream()
                .filter(each ->
                        each.cohort().equals(window.cohort()) && each.opensAt().isAfter(now))
                .min(Comparator.comparing(BookingWindow::opensAt));
    }

    private static Optional<BookingWindow> sameIn(OpeningSchedule there, OpeningSchedule here, BookingWindow window) {
        return there.campaign().equals(here.campaign()) ? there.window(window.id()) : Optional.empty();
    }
}
