package org.jeongmun.gate;

/** What kind of door a URL is; the opening schedule rules each kind as a whole. */
public enum RouteClass {
    /** Says what the portal is, to everybody, always. */
    NOTICE,
    /** Who you are, and whether and when you may come. Takes no place. */
    CHECK_IN,
    /** Takes or changes a place. */
    BOOKING,
    /** Shows which places are free. */
    LOOKUP,
    /** Checks or cancels what somebody already has. Needs the database. */
    CARE,
    /** Shows what somebody has just been promised, from their own receipt. The part of care that needs nothing. */
    RECEIPT,
    /** Everything else, whether it exists or not. */
    NONE
}
