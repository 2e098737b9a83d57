package org.jeongmun.web.waitingroom;

/** Why what somebody shows does not let them in; told to the person in both languages. */
public enum AdmissionRefusal {
    /** There is neither a ticket nor a pass. */
    NO_TICKET,
    /** This portal has not signed what was shown. */
    FORGED,
    /** The pass or ticket is somebody else's. */
    OF_ANOTHER_PERSON,
    /** The pass is over, or the ticket's window is. */
    EXPIRED,
    /** The number has had its journey. */
    SPENT
}
