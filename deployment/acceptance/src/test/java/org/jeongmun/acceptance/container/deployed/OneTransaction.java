package org.jeongmun.acceptance.container.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.Reservations;
import org.jeongmun.reservation.Reservations.HoldRequest;

/** Holds a place within a transaction of the container's. */
@ApplicationScoped
public class OneTransaction {
    private final Reservations reservations;

    /** For the container's proxy. */
    OneTransaction() {
        this(null);
    }

    @Inject
    OneTransaction(Reservations reservations) {
        this.reservations = reservations;
    }

    /** Holds, and then throws what carries the outcome. */
    @Transactional
    public void holdAndThrow(HoldRequest request) {
        throw new Thrown(reservations.hold(request));
    }

    /** Thrown on purpose. */
    public static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient ReservationOutcome before;

        private Thrown(ReservationOutcome before) {
            super("on purpose");
            this.before = before;
        }

        /** @return what had been answered before the throw */
        public ReservationOutcome before() {
            return before;
        }
    }
}
