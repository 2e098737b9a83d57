package org.jeongmun.reservation;

import java.util.Optional;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;

/** Whether somebody may book now, and if not, why and when: eligibility and booking windows brought together. */
public sealed interface Entitlement {
    /**
     * They may book now, in this window.
     *
     * @param window of one of their cohorts
     */
    record Now(BookingWindow window) implements Entitlement {
        @Override
        public Optional<BookingWindow> joinable() {
            return Optional.of(window);
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
     */
    static Entitlement of(Eligibility eligibility, OpeningSchedule schedule, TimeBound now) {
        Optional<BookingWindow> open = schedule.openWindowOf(eligibility.cohorts(), now);
        if (open.isPresent()) {
            return new Now(open.get());
        }
        Optional<BookingWindow> next = schedule.nextWindowOf(eligibility.cohorts(), now);
        if (next.isPresent()) {
            return new NotNow(
                    RefusalReason.NOT_YET_YOUR_TIME, next, schedule.checkInWindowOf(eligibility.cohorts(), now));
        }
        if (!eligibility.undetermined().isEmpty()) {
            return new NotNow(RefusalReason.ELIGIBILITY_UNDETERMINED);
        }
        RefusalReason reason =
                eligibility.cohorts().isEmpty() ? RefusalReason.NOT_ELIGIBLE : RefusalReason.YOUR_TIME_IS_OVER;
        return new NotNow(reason);
    }
}
