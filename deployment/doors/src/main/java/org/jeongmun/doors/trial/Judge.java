package org.jeongmun.doors.trial;

import org.jeongmun.doors.inventory.Inventory;
import org.jeongmun.gate.Gate;
import org.jeongmun.gate.GateDecision;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.route.PortalRoutes;
import org.jeongmun.lock.route.Routes;
import org.jeongmun.schedule.PortalStatus;

/** Compares what came back with what the gate's own table says for the state of that moment. */
final class Judge {
    private final Routes publicRoutes;
    private final Routes managementRoutes = PortalRoutes.managementOnes();
    private final ContainerRefusal container;
    private final LiveContent live;

    Judge(Inventory inventory) {
        publicRoutes = PortalRoutes.publicOnes(inventory.lookups());
        container = new ContainerRefusal(inventory.outerLock());
        live = new LiveContent(publicRoutes);
    }

    Verdict judge(Way way, Answer answer, PortalStatus status) {
        GateDecision expected = expected(way, status);
        if (expected == GateDecision.Pass.PASS) {
            return judgeOpen(way, answer, status);
        }
        // Shut for another reason than the schedule told a moment ago is shut as well.
        if (ExactAnswers.isClosed(answer, way.method())
                || expected == GateDecision.NoSuchDoor.NO_SUCH_DOOR && ExactAnswers.isNotFound(answer, way.method())
                || container.is(answer, way)) {
            return Verdict.SHUT;
        }
        return Verdict.mustBeShut(answer.toString());
    }

    private Verdict judgeOpen(Way way, Answer answer, PortalStatus status) {
        if (ExactAnswers.isClosed(answer, way.method())) {
            return Verdict.SHUT;
        }
        if (way.listener().management()) {
            return Verdict.MAY_BE_OPEN;
        }
        return live.in(answer, status)
                .map(shown -> Verdict.mustBeShut("%s, and %s".formatted(answer, shown)))
                .orElse(Verdict.MAY_BE_OPEN);
    }

    private GateDecision expected(Way way, PortalStatus status) {
        Spelling spelling = way.spelling();
        String target = withoutOwnAuthority(way);
        if (way.listener().management()) {
            return spelling.meansUs() && managementRoutes.classOf(target) != RouteClass.NONE
                    ? GateDecision.Pass.PASS
                    : GateDecision.NoSuchDoor.NO_SUCH_DOOR;
        }
        return Gate.decide(spelling.meansUs() ? publicRoutes.classOf(target) : RouteClass.NONE, status);
    }

    /* Its own authority in front of a path is no other spelling of it: that is where the request is. */
    private static String withoutOwnAuthority(Way way) {
        String target = way.spelling().target();
        String own = "http://" + way.listener().authority();
        return target.startsWith(own + "/") ? target.substring(own.length()) : target;
    }
}
