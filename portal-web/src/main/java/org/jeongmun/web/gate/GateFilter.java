package org.jeongmun.web.gate;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
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
import org.jeongmun.lock.answer.SecurityHeaders;
import org.jeongmun.lock.route.BodyLength;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.web.gate.InFlight.Permit;
import org.jeongmun.web.state.PortalState;

/**
 * The first of all filters, for every path and every way a request can be dispatched. It applies the decision of
 * {@link Gate} to the target as it came over the wire, and nothing else. Whatever it cannot find out, it answers as
 * {@code UNKNOWN}: shut.
 */
public final class GateFilter implements Filter {
    private static final String ADMITTED = GateFilter.class.getName() + ".admitted";

    private final Doorway doorway;
    private final PortalState state;
    private final Mishaps mishaps = new Mishaps(GateFilter.class);

    GateFilter(Doorway doorway, PortalState state) {
        this.doorway = requireNonNull(doorway, "doorway");
        this.state = requireNonNull(state, "state");
    }

    /**
     * For whoever stands behind the gate and would rather not take its being there on trust.
     *
     * @return whether a gate has let this request pass
     */
    public static boolean hasAdmitted(ServletRequest request) {
        return request.getAttribute(ADMITTED) instanceof GateFilter;
    }

    /**
     * Answers that the door is shut, in the very bytes of the gate: for whoever finds behind it that it has shut
     * meanwhile, or should have been. Without a gate in front the answer has no body.
     */
    public static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(ADMITTED) instanceof GateFilter gate) {
            RouteClass route = gate.doorway.publicRoutes().classOf(request.getRequestURI());
            GateDecision decision = gate.decide(route);
            ClosedState closed = decision instanceof ClosedState why ? why : ClosedState.UNKNOWN;
            gate.shut(route, closed, request, response);
            return;
        }
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            shut(RouteClass.NONE, ClosedState.UNKNOWN, request, response);
            return;
        }
        if (request.getAttribute(ADMITTED) == this) {
            chain.doFilter(request, response);
            return;
        }
        if (!BodyLength.isTold(request)) {
            doorway.answers().unclearBody(request, response);
            return;
        }
        if (doorway.isManagement(request.getLocalPort())) {
            decideManagement(request, response, chain);
            return;
        }
        decide(request, response, chain);
    }

    private void decide(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RouteClass route = classOf(request);
        if (doorway.inFlight().isDraining()) {
            response.setHeader("Connection", "close");
        }
        GateDecision decision = decide(route);
        if (decision instanceof ClosedState closed) {
            shut(route, closed, request, response);
            return;
        }
        if (decision == GateDecision.NoSuchDoor.NO_SUCH_DOOR) {
            doorway.refusals().countNoSuchDoor();
            doorway.answers().notFound(request, response);
            return;
        }
        admit(route, request, response, chain);
    }

    private void decideManagement(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!doorway.doors().isManagementRoute(request)) {
            doorway.answers().notFound(request, response);
            return;
        }
        doorway.refusals().settle();
        request.setAttribute(ADMITTED, this);
        SecurityHeaders.addTo(response);
        chain.doFilter(request, response);
    }

    @SuppressWarnings("try") // the permit is only held, never asked
    private void admit(RouteClass route, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(ADMITTED, this);
        try (Permit permit = doorway.inFlight().enter(request)) {
            pass(route, request, response, chain);
        }
    }

    private void pass(RouteClass route, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            SecurityHeaders.addTo(response);
            chain.doFilter(request, new GuardedResponse(request, response, doorway.answers()));
        } catch (IOException | ServletException | RuntimeException | Error mishap) {
            mishaps.report(route, mishap);
            if (response.isCommitted()) {
                throw mishap;
            }
            shut(route, ClosedState.UNKNOWN, request, response);
        }
    }

    private void shut(RouteClass route, ClosedState closed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        doorway.refusals().countShut(request.getRequestURI(), route, closed);
        Optional<Duration> wait = closed == ClosedState.NOT_YET_OPEN ? untilNextOpening() : Optional.empty();
        doorway.answers().shut(closed, wait, doorway.inFlight().isDraining(), request, response);
    }

    private RouteClass classOf(HttpServletRequest request) {
        try {
            return doorway.doors().classOf(request);
        } catch (RuntimeException | Error mishap) {
            mishaps.report(RouteClass.NONE, mishap);
            return RouteClass.NONE;
        }
    }

    private GateDecision decide(RouteClass route) {
        try {
            return Gate.decide(route, statusOrNull());
        } catch (RuntimeException | Error mishap) {
            mishaps.report(route, mishap);
            return GateDecision.whenBroken(route);
        }
    }

    /** @return {@code null} when the state cannot be told; the decision takes that as {@code UNKNOWN} */
    private PortalStatus statusOrNull() {
        if (doorway.inFlight().isDraining()) {
            return PortalStatus.UNKNOWN;
        }
        try {
            return state.statusAtTheGate();
        } catch (RuntimeException | Error mishap) {
            mishaps.report(RouteClass.NONE, mishap);
            return null;
        }
    }

    private Optional<Duration> untilNextOpening() {
        try {
            return state.untilNextOpening();
        } catch (RuntimeException | Error mishap) {
            return Optional.empty();
        }
    }
}
