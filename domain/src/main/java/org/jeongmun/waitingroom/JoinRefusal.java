package org.jeongmun.waitingroom;

/** Why somebody was given no number. */
public enum JoinRefusal {
    /** The window has no line. */
    NO_LINE,
    /** People may not join yet. */
    NOT_YET,
    /** The window has closed. */
    OVER,
    /** An operator has shut the portal. */
    MAINTENANCE,
    /** The portal cannot answer now; asking again is safe. */
    TRY_AGAIN_LATER
}
