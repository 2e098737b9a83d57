package org.jeongmun.gate;

/** Why a door is shut, in the words of the header {@code X-Portal-Gate}. */
public enum ClosedState {
    /** Booking has not begun, or pauses until the next window. */
    NOT_YET_OPEN,
    /** The last window has closed. */
    CLOSED,
    /** Shut by an operator. */
    MAINTENANCE,
    /** No trusted time or no schedule. */
    UNKNOWN
}
