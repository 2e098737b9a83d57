package org.jeongmun.web.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jeongmun.clinic.PlacesByWindow;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.waitingroom.WaitingRoom.Order;
import org.jeongmun.web.state.PortalView;

/**
 * All that the notices depend on. As long as two situations are equal, so are the notices.
 *
 * @param status what the portal is
 * @param nextOpening of any window, beyond doubt in the future
 * @param nextRelease of places for a window that is open, beyond doubt in the future, where nothing is free
 * @param ahead the windows that have not closed, with the schedule that names their cohorts; empty when unknown
 * @param nextUpdate when the next notice about a maintenance is promised, beyond doubt in the future
 * @param zone in which the notices speak
 * @param joining from when people may join the line of the next opening, where that is earlier
 * @param announcement what an operator tells everybody
 * @param demo whether every page must say that this is a demo
 */
record Situation(
        PortalStatus status,
        Optional<Instant> nextOpening,
        Optional<Instant> nextRelease,
        Optional<Ahead> ahead,
        Optional<Instant> nextUpdate,
        ZoneId zone,
        Optional<Joining> joining,
        Optional<LocalizedText> announcement,
        boolean demo) {

    /**
     * What is still to come of a schedule.
     *
     * @param windows that have not closed
     * @param open those of them that are open
     */
    record Ahead(OpeningSchedule schedule, List<BookingWindow> windows, Set<WindowId> open) {
        /** @return whom a window is for */
        LocalizedText label(BookingWindow window) {
            return schedule.cohort(window.cohort()).map(Cohort::label).orElseThrow();
        }
    }

    /**
     * What may be done before an opening.
     *
     * @param from the first moment at which people may join
     * @param drawn whether their places are drawn; else they go in the order of joining
     * @param whose whom the opening is for; empty where it is for all who are still to come, or for several cohorts
     */
    record Joining(Instant from, boolean drawn, Optional<LocalizedText> whose) {}

    static Situation of(PortalView view, Lines lines, PlacesByWindow places) {
        boolean told = view.status() != PortalStatus.UNKNOWN && view.status() != PortalStatus.MAINTENANCE;
        Optional<OpeningSchedule> schedule = told ? view.knowledge().schedule() : Optional.empty();
        Optional<Instant> latest = view.time().map(TimeBound::latest);
        return new Situation(
                view.status(),
                schedule.flatMap(plan -> latest.flatMap(plan::nextOpeningAfter)),
                view.status() == PortalStatus.SOLD_OUT
                        ? schedule.flatMap(plan -> latest.flatMap(now -> places.nextRelease(plan.windows(), now)))
                        : Optional.empty(),
                schedule.flatMap(plan -> latest.map(now -> ahead(plan, now))),
                view.nextUpdate(),
                view.knowledge().zone(),
                schedule.flatMap(plan -> latest.flatMap(now -> joining(plan, now, lines))),
                view.knowledge().announcement(),
                view.knowledge().demo());
    }

    private static Optional<Joining> joining(OpeningSchedule schedule, Instant now, Lines lines) {
        return schedule.windows().stream()
                .filter(window -> window.opensAt().isAfter(now))
                .findFirst()
                .flatMap(next -> next.checkInAt()
                        .map(from -> new Joining(from, isDrawn(lines, next), whose(next, ahead(schedule, now)))));
    }

    private static Optional<LocalizedText> whose(BookingWindow next, Ahead ahead) {
        boolean forAll =
                ahead.windows().stream().map(BookingWindow::cohort).distinct().count() == 1;
        boolean forSeveral = ahead.windows().stream()
                .anyMatch(other -> other.opensAt().equals(next.opensAt())
                        && !other.cohort().equals(next.cohort()));
        return forAll || forSeveral ? Optional.empty() : Optional.of(ahead.label(next));
    }

    private static boolean isDrawn(Lines lines, BookingWindow window) {
        return lines.line(window.id())
                .filter(line -> line.room().order() == Order.DRAW)
                .isPresent();
    }

    private static Ahead ahead(OpeningSchedule schedule, Instant now) {
        List<BookingWindow> windows = schedule.windows().stream()
                .filter(window -> window.closesAt().isAfter(now))
                .toList();
        return new Ahead(
                schedule,
                windows,
                windows.stream()
                        .filter(window -> window.statusAt(now) == WindowStatus.OPEN)
                        .map(BookingWindow::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
