package org.jeongmun.outerlock;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.gate.Gate;
import org.jeongmun.gate.GateDecision;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.Mishaps;
import org.jeongmun.lock.answer.FixedAnswers;
import org.jeongmun.lock.reading.KnownSchedule;
import org.jeongmun.lock.reading.SteadyStatus;
import org.jeongmun.lock.route.BodyLength;
import org.jeongmun.lock.route.Doors;
import org.jeongmun.schedule.PortalStatus;

/**
 * Applies the decision of {@link Gate} to every request to any application of the server. Whatever it cannot find out
 * counts as {@code UNKNOWN}: shut. What it admits, the lock inside still judges by itself.
 */
final class OuterLock {
    private final Doors doors;
    private final SteadyStatus steady;
    private final FixedAnswers answers;
    private final DecisionCounts decisions;
    private final Counter counter = new Counter();
    private final Mishaps mishaps = new Mishaps(OuterLock.class);
    private volatile boolean draining;

    OuterLock(Doors doors, KnownSchedule known, SteadyStatus steady, DecisionCounts decisions) {
        this.doors = requireNonNull(doors, "doors");
        this.steady = requireNonNull(steady, "steady");
        this.decisions = requireNonNull(decisions, "decisions");
        this.answers = new FixedAnswers(() -> known.knowledge().demo());
    }

    /**
     * Decides about one request.
     *
     * @param carriesParameters whether the path had a {@code ;} when it came over the wire
     * @return whether the request goes on; if not, it has been answered, with what it asked for or without
     */
    boolean admits(HttpServletRequest request, HttpServletResponse response, boolean carriesParameters) {
        try {
            if (!BodyLength.isTold(request)) {
                answers.unclearBody(request, response);
                return false;
            }
            return doors.isManagement(request.getLocalPort())
                    ? admitsOperator(carriesParameters, request, response)
                    : admitsCitizen(carriesParameters ? RouteClass.NONE : doors.classOf(request), request, response);
        } catch (IOException clientHasLeft) {
            // Should somebody be there all the same, an answer that could not be written is no success.
            answerWithoutBody(response);
            return false;
        } catch (RuntimeException | Error mishap) {
            mishaps.report(RouteClass.NONE, mishap);
            shutWhateverBroke(request, response);
            return false;
        }
    }

    /** From now on only notices and receipts are admitted; there is no way back. */
    void drain() {
        draining = true;
    }

    /** @return what the portal is by this lock's own reading; never {@code null} */
    PortalStatus status() {
        return draining ? PortalStatus.UNKNOWN : steady.status();
    }

    private boolean admitsOperator(boolean carriesParameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!carriesParameters && doors.isManagementRoute(request)) {
            return true;
        }
        answers.notFound(request, response);
        return false;
    }

    private boolean admitsCitizen(RouteClass route, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        decisions.countDecision();
        GateDecision decision = decide(route);
        if (decision == GateDecision.Pass.PASS) {
            // While it drains, whoever is being answered is counted inside.
            return route != RouteClass.NOTICE || draining || !counter.answers(request, response);
        }
        if (decision instanceof ClosedState closed) {
            shut(route, closed, request, response);
            return false;
        }
        decisions.refused().countNoSuchDoor();
        answers.notFound(request, response);
        return false;
    }

    private void shut(RouteClass route, ClosedState closed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        decisions.refused().countShut(request.getRequestURI(), route, closed);
        Optional<Duration> wait = closed == ClosedState.NOT_YET_OPEN ? steady.untilNextOpening() : Optional.empty();
        answers.shut(closed, wait, draining, request, response);
    }

    private GateDecision decide(RouteClass route) {
        try {
            return Gate.decide(route, statusOrNull());
        } catch (RuntimeException | Error mishap) {
            mishaps.report(route, mishap);
            return GateDecision.whenBroken(route);
        }
    }

    private void shutWhateverBroke(HttpServletRequest request, HttpServletResponse response) {
        try {
            shut(RouteClass.NONE, ClosedState.UNKNOWN, request, response);
        } catch (IOException | RuntimeException | Error alsoBroken) {
            answerWithoutBody(response);
        }
    }

    /** @return {@code null} when the status cannot be told; the decision takes that as {@code UNKNOWN} */
    private PortalStatus statusOrNull() {
        try {
            return status();
        } catch (RuntimeException | Error mishap) {
            mishaps.report(RouteClass.NONE, mishap);
            return null;
        }
    }

    /* The last thing that can be said when the answers themselves are broken. */
    private static void answerWithoutBody(HttpServletResponse response) {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("X-Portal-Gate", ClosedState.UNKNOWN.name());
        response.setHeader("Retry-After", "60");
        response.setHeader("Cache-Control", "no-store");
    }
}
