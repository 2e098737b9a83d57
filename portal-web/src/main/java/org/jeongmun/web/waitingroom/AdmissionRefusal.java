package org.jeongmun.web.waitingroom;

/** Why somebody is not let in now, whatever they show; told to the person in both languages. */
public enum AdmissionRefusal {
    /** There is neither a ticket nor a pass. */
    NO_TICKET,
    /** This portal has not signed what was shown. */
    FORGED,
    /** The pass or ticket is somebody else's. */
    OF_ANOTHER_PERSON,
    /** The pass or ticket is of a window that is not open, or of another campaign. */
    OF_ANOTHER_WINDOW,
    /** The pass is over, or the ticket's window is. */
    EXPIRED,
    /** The number has had its journey. */
    SPENT,
    /** It is not the number's turn yet, or the places are still being drawn. */
    NOT_CALLED,
    /** It is the number's turn, and others are just entering. */
    AT_THE_DOOR,
    /** The line stands still. */
    STANDING,
    /** No place is left at any clinic. */
    NO_PLACES
}
