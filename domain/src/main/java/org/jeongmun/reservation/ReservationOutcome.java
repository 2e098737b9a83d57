package org.jeongmun.reservation;

import java.util.Optional;
import java.util.function.Function;
import org.jeongmun.schedule.BookingWindow;

/** What came of holding, confirming or cancelling a place. */
public sealed interface ReservationOutcome {
    /**
     * It is done, and stored.
     *
     * @param reservation as it is now
     * @param alreadyConfirmed whether it was so before somebody asked to confirm it
     */
    record Done(Reservation reservation, boolean alreadyConfirmed) implements ReservationOutcome {
        /** Where nothing had been confirmed before. */
        public Done(Reservation reservation) {
            this(reservation, false);
        }
    }

    /**
     * It is not done, and nothing has changed; only after {@code TRY_AGAIN_LATER} it may have been done all the same.
     *
     * @param reason why
     * @param next the next window of any cohort of the person, where there is one
     */
    record Refused(RefusalReason reason, Optional<BookingWindow> next) implements ReservationOutcome {}

    /** @return a refusal without a window to name */
    static ReservationOutcome refused(RefusalReason reason) {
        return new Refused(reason, Optional.empty());
    }

    /** Continues with whichever it is. */
    default <T> T fold(Function<Done, T> onDone, Function<Refused, T> onRefused) {
        if (this instanceof Done done) {
            return onDone.apply(done);
        }
        return onRefused.apply((Refused) this);
    }
}
