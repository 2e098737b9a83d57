package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.schedule.WindowStatus;

/**
 * What applying a file may do to the schedule in force. A window that is open is never altered by a file, nor is who
 * belongs to its cohort; one that has closed stays as it was, or is dropped; before the opening everything may change,
 * but nothing becomes earlier unless the operator says so. Dropping a window and putting it back is no way round.
 *
 * @param before in force
 * @param dropped the windows of the file's campaign that earlier files dropped, each as it was last
 * @param now the portal's time
 */
record ChangeRules(OpeningSchedule before, List<BookingWindow> dropped, Instant now) {
    /** Copies the windows. */
    ChangeRules {
        dropped = List.copyOf(dropped);
    }

    /** @return why {@code after} must not take the place of what is in force; empty when it may */
    List<String> refusals(OpeningSchedule after) {
        List<String> refusals = new ArrayList<>();
        for (BookingWindow window : before.windows()) {
            Optional<BookingWindow> changed =
                    before.campaign().equals(after.campaign()) ? after.window(window.id()) : Optional.empty();
            refusal(after, window, changed).ifPresent(refusals::add);
        }
        for (BookingWindow window : dropped) {
            // Whether it ever opened depends on when it was dropped; what people were told is past either way.
            boolean altered = after.window(window.id())
                    .filter(each -> !each.equals(window))
                    .isPresent();
            if (altered && WindowChange.isTooLateFor(window, now)) {
                refusals.add("Window %s was dropped, and its opening is past: give the new window another id."
                        .formatted(window.id()));
            }
        }
        return refusals;
    }

    private Optional<String> refusal(OpeningSchedule after, BookingWindow window, Optional<BookingWindow> changed) {
        boolean hasClosed = window.statusAt(now) == WindowStatus.CLOSED;
        if (!hasClosed && WindowChange.isTooLateFor(window, now)) {
            return openWindow(after, window, changed);
        }
        if (changed.filter(each -> !each.cohort().equals(window.cohort())).isPresent()) {
            return Optional.of("Window %s is of cohort %s for good: give the other cohort's window another id."
                    .formatted(window.id(), window.cohort()));
        }
        Instant confirmableUntil = window.closesAt().plus(window.grace());
        if (hasClosed && !before.campaign().equals(after.campaign()) && now.isBefore(confirmableUntil)) {
            return Optional.of(
                    "Window %s has closed, and who holds a place may confirm it until %s: apply another campaign then."
                            .formatted(
                                    window.id(),
                                    confirmableUntil.atZone(before.zone()).toOffsetDateTime()));
        }
        if (hasClosed && changed.filter(each -> !each.equals(window)).isPresent()) {
            return Optional.of(
                    "Window %s has closed and stays as it was: use `campaign extend`, or give the new window another id."
                            .formatted(window.id()));
        }
        return Optional.empty();
    }

    private Optional<String> openWindow(OpeningSchedule after, BookingWindow window, Optional<BookingWindow> changed) {
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

    /** @return what {@code after} makes earlier than people were told */
    List<String> earlier(OpeningSchedule after) {
        List<String> earlier = new ArrayList<>();
        for (BookingWindow window : after.windows()) {
            Optional<BookingWindow> told = told(after, window.id())
                    .or(() -> next(before.windows().stream(), window, after))
                    .or(() -> next(dropped.stream(), window, after));
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

    private Optional<BookingWindow> told(OpeningSchedule after, WindowId id) {
        Stream<BookingWindow> inForce =
                before.campaign().equals(after.campaign()) ? before.windows().stream() : Stream.empty();
        return Stream.concat(inForce, dropped.stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    /**
     * What people of that cohort were told comes next: another id, of a window or a cohort, is no way round the rule.
     */
    private Optional<BookingWindow> next(Stream<BookingWindow> windows, BookingWindow window, OpeningSchedule after) {
        return windows.filter(each -> isOfTheSame(each.cohort(), window.cohort(), after)
                        && each.opensAt().isAfter(now))
                .min(Comparator.comparing(BookingWindow::opensAt));
    }

    private boolean isOfTheSame(CohortId told, CohortId cohort, OpeningSchedule after) {
        return told.equals(cohort)
                || before.cohort(told)
                        .map(Cohort::rule)
                        .filter(rule -> after.cohort(cohort).map(Cohort::rule).equals(Optional.of(rule)))
                        .isPresent();
    }
}
