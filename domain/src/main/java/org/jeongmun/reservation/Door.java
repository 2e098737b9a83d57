package org.jeongmun.reservation;

/** By which way a reservation came in; kept with it as evidence. */
public enum Door {
    /** The citizen pages. */
    WEB,
    /** The citizen pages, entered by a partner's link. */
    PARTNER,
    /** An agent on the telephone. */
    ASSISTED
}
