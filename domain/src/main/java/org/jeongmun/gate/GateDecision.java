package org.jeongmun.gate;

/** What the gate says to one request. */
public sealed interface GateDecision permits GateDecision.Pass, GateDecision.NoSuchDoor, ClosedState {
    /** The request goes on to whatever serves its route. */
    enum Pass implements GateDecision {
        /** The only one. */
        PASS
    }

    /** Open for others, but there is no such door. */
    enum NoSuchDoor implements GateDecision {
        /** The only one. */
        NO_SUCH_DOOR
    }

    /**
     * What holds while nobody knows anything, and so for a lock that cannot even decide.
     *
     * @param route what the request's target is; {@code null}, as from a reading that broke, counts as {@code NONE}
     * @return notices and receipts pass, everything else is {@code UNKNOWN}
     */
    static GateDecision whenBroken(RouteClass route) {
        return route == RouteClass.NOTICE || route == RouteClass.RECEIPT ? Pass.PASS : ClosedState.UNKNOWN;
    }
}
