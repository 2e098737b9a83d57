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
    record Now(BookingWindow window) implements Entitlement {}

    /**
     * They may not book now.
     *
     * @param reason not eligible, not yet, no more, or nobody can tell now
     * @param next their next window, where there is one
     */
    record NotNow(RefusalReason reason, Optional<BookingWindow> next) implements Entitlement {}

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
            return new NotNow(RefusalReason.NOT_YET_YOUR_TIME, next);
        }
        if (!eligibility.undetermined().isEmpty()) {
            return new NotNow(RefusalReason.ELIGIBILITY_UNDETERMINED, Optional.empty());
        }
        RefusalReason reason =
                eligibility.cohorts().isEmpty() ? RefusalReason.NOT_ELIGIBLE : RefusalReason.YOUR_TIME_IS_OVER;
        return new NotNow(reason, Optional.empty());
    }
}
