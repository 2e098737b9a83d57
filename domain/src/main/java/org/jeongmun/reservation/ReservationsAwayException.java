package org.jeongmun.reservation;

/**
 * The database of reservations does not answer, where there is no outcome to say so with: the caller tries again later.
 */
public final class ReservationsAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param cause what the database said, for the log */
    public ReservationsAwayException(Throwable cause) {
        super("The reservations cannot be read now.", cause);
    }
}
