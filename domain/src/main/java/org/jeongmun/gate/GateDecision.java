package org.jeongmun.gate;

/** What the gate says to one request. */
public sealed interface GateDecision {
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

    /** Shut, whatever the request asks for and whether or not there is such a door. */
    enum Shut implements GateDecision {
        /** See {@link ClosedState#NOT_YET_OPEN}. */
        NOT_YET_OPEN(ClosedState.NOT_YET_OPEN),
        /** See {@link ClosedState#CLOSED}. */
        CLOSED(ClosedState.CLOSED),
        /** See {@link ClosedState#MAINTENANCE}. */
        MAINTENANCE(ClosedState.MAINTENANCE),
        /** See {@link ClosedState#UNKNOWN}. */
        UNKNOWN(ClosedState.UNKNOWN);

        private final ClosedState state;

        Shut(ClosedState state) {
            this.state = state;
        }

        /** @return why it is shut */
        public ClosedState state() {
            return state;
        }
    }

    /**
     * For a lock that cannot even decide: what holds while nobody knows anything.
     *
     * @param route what the request's target is; {@code null}, as from a reading that broke, counts as {@code NONE}
     * @return notices and receipts pass, everything else is {@code UNKNOWN}
     */
    static GateDecision whenBroken(RouteClass route) {
        return route == RouteClass.NOTICE || route == RouteClass.RECEIPT ? Pass.PASS : Shut.UNKNOWN;
    }
}
