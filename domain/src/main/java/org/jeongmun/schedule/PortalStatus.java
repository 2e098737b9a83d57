package org.jeongmun.schedule;

/** What the whole portal is at an instant: the first thing that any page, gate or partner learns. */
public enum PortalStatus {
    /** No window is open and another is to come: before the first and between two. */
    NOT_YET_OPEN,
    /** No window is open, and people may already join the line of one. */
    CHECK_IN,
    /** At least one window is open. */
    OPEN,
    /** As {@link #OPEN}, with no free place at any clinic. */
    SOLD_OUT,
    /** The last window has closed. */
    CLOSED,
    /** Shut by an operator. */
    MAINTENANCE,
    /** No trusted time or no schedule: shut. */
    UNKNOWN
}
