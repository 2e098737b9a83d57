package org.jeongmun.gate;

/**
 * Shut, whatever the request asks for and whether or not there is such a door: why, in the words of the header
 * {@code X-Portal-Gate}.
 */
public enum ClosedState implements GateDecision {
    /** Booking has not begun, or pauses until the next window. */
    NOT_YET_OPEN,
    /** The last window has closed. */
    CLOSED,
    /** Shut by an operator. */
    MAINTENANCE,
    /** No trusted time or no schedule. */
    UNKNOWN
}
