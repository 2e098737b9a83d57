package org.jeongmun.gate;

import org.jeongmun.gate.GateDecision.NoSuchDoor;
import org.jeongmun.gate.GateDecision.Pass;
import org.jeongmun.schedule.PortalStatus;

/** The one decision about every URL; pure, without allocation, shared by all locks. */
public final class Gate {
    private Gate() {}

    /**
     * Decides about one request.
     *
     * @param route what the exact spelling of its target is
     * @param status what the portal is now; {@code null}, as from a broken reading, counts as {@code UNKNOWN}
     * @return never {@code null}
     */
    public static GateDecision decide(RouteClass route, PortalStatus status) {
        if (route == RouteClass.NOTICE) {
            return Pass.PASS;
        }
        return switch (status == null ? PortalStatus.UNKNOWN : status) {
            case OPEN, SOLD_OUT -> route == RouteClass.NONE ? NoSuchDoor.NO_SUCH_DOOR : Pass.PASS;
            case CHECK_IN -> isCare(route) || route == RouteClass.CHECK_IN ? Pass.PASS : ClosedState.NOT_YET_OPEN;
            case NOT_YET_OPEN -> isCare(route) ? Pass.PASS : ClosedState.NOT_YET_OPEN;
            case CLOSED -> isCare(route) ? Pass.PASS : ClosedState.CLOSED;
            case MAINTENANCE -> route == RouteClass.RECEIPT ? Pass.PASS : ClosedState.MAINTENANCE;
            case UNKNOWN -> GateDecision.whenBroken(route);
        };
    }

    private static boolean isCare(RouteClass route) {
        return route == RouteClass.CARE || route == RouteClass.RECEIPT;
    }
}
