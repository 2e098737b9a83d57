package org.jeongmun.reservation;

/** Where a reservation is in its life. The first two take a place in the slot, the last two never again. */
public enum ReservationState {
    /** A place is kept until the hold expires. */
    HELD,
    /** The place is the person's. */
    CONFIRMED,
    /** Given back by the person. */
    CANCELLED,
    /** Given back because it was not confirmed in time. */
    EXPIRED
}
