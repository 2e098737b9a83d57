package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.state.PortalState;

/**
 * Makes what lives for one request, by hand: where the container makes a bean, it looks through the whole class for what it
 * might inject, for each request anew.
 */
@ApplicationScoped
class RequestProducer {
    /** Stands for the request under way, whichever that is. */
    @Inject
    private HttpServletRequest request;

    @Inject
    private JourneyCookies cookies;

    @Inject
    private ReservationService reservations;

    @Inject
    private Turn turn;

    @Inject
    private PortalState state;

    @Inject
    private Lines lines;

    @Inject
    private Admissions admissions;

    @Inject
    private LineProofs proofs;

    @Inject
    private MarkedWindows windows;

    @Produces
    @RequestScoped
    Journey journey() {
        return new Journey(request, cookies, reservations, turn, state);
    }

    @Produces
    @RequestScoped
    Turn turn() {
        return new Turn(request, state, lines, admissions, proofs, windows);
    }
}
