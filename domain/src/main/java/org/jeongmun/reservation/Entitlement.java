package org.jeongmun.reservation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;

/** Whether somebody may book now, and if not, why and when: eligibility and booking windows brought together. */
public sealed interface Entitlement {
    /**
     * They may book now.
     *
     * @param open all windows of their cohorts that are open, at least one; those with places left before the others
     */
    record Now(List<BookingWindow> open) implements Entitlement {
        /** Copies them, and refuses none. */
        public Now {
            open = List.copyOf(open);
            if (open.isEmpty()) {
                throw new IllegalArgumentException("Whoever may book now has a window that is open.");
            }
        }

        /** @return the window that they book in, unless the line of another has let them in */
        public BookingWindow window() {
            return open.get(0);
        }

        /** @return the window whose line has let them in, where it is one of theirs; else {@link #window} */
        public BookingWindow through(Optional<WindowId> letInBy) {
            return open.stream()
                    .filter(window -> letInBy.filter(window.id()::equals).isPresent())
                    .findFirst()
                    .orElseGet(this::window);
        }

        @Override
        public Optional<BookingWindow> joinable() {
            return Optional.of(window());
        }
    }

    /**
     * They may not book now.
     *
     * @param reason not eligible, not yet, no more, or nobody can tell now
     * @param next their next window, where there is one
     * @param joinable the window of theirs that is yet to open and has a line already, where there is one
     */
    record NotNow(RefusalReason reason, Optional<BookingWindow> next, Optional<BookingWindow> joinable)
            implements Entitlement {
        /** Of somebody who may not join a line either. */
        NotNow(RefusalReason reason) {
            this(reason, Optional.empty(), Optional.empty());
        }
    }

    /** @return the window of theirs in whose line they may stand, by the same look at the time */
    Optional<BookingWindow> joinable();

    /**
     * The decision; pure.
     *
     * @param eligibility which cohorts the person is in
     * @param schedule in force
     * @param now all that is known of the time
     * @param hasNothingLeft whether it is known that no place is free in a window; asked only where several are open
     */
    static Entitlement of(
            Eligibility eligibility, OpeningSchedule schedule, TimeBound now, Predicate<BookingWindow> hasNothingLeft) {
        List<BookingWindow> open = schedule.openWindowsOf(eligibility.cohorts(), now);
        if (!open.isEmpty()) {
            return new Now(open.size() == 1 ? open : withPlacesFirst(open, hasNothingLeft));
        }
        Optional<BookingWindow> next = schedule.nextWindowOf(eligibility.cohorts(), now);
        if (next.isPresent()) {
            // Their day may be today: to be told another alone would send them away.
            boolean mayBeToday =
                    !schedule.openWindowsOf(eligibility.undetermined(), now).isEmpty();
            return new NotNow(
                    mayBeToday ? RefusalReason.ELIGIBILITY_UNDETERMINED : RefusalReason.NOT_YET_YOUR_TIME,
                    next,
                    schedule.checkInWindowOf(eligibility.cohorts(), now));
        }
        if (!eligibility.undetermined().isEmpty()) {
            return new NotNow(RefusalReason.ELIGIBILITY_UNDETERMINED);
        }
        RefusalReason reason =
                eligibility.cohorts().isEmpty() ? RefusalReason.NOT_ELIGIBLE : RefusalReason.YOUR_TIME_IS_OVER;
        return new NotNow(reason);
    }

    private static List<BookingWindow> withPlacesFirst(
            List<BookingWindow> open, Predicate<BookingWindow> hasNothingLeft) {
        return open.stream().sorted(Comparator.comparing(hasNothingLeft::test)).toList();
    }
}
