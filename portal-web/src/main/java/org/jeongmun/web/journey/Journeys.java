package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.state.PortalState;

/** Begins the journey of each request: an object like any other, handed on with the request. */
@ApplicationScoped
public class Journeys {
    private final JustTaken justTaken = new JustTaken(System::nanoTime);

    @Inject
    private JourneyCookies cookies;

    @Inject
    private ReservationService reservations;

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

    /** Made by the container. */
    public Journeys() {}

    /**
     * Begins one; from now on {@link Journey#of} finds it.
     *
     * @param response where a pass goes that is given in this request
     */
    public Journey begin(HttpServletRequest request, HttpServletResponse response) {
        Turn turn = new Turn(request, response, state, lines, admissions, proofs, windows);
        Journey journey = new Journey(request, cookies, reservations, justTaken, turn, state);
        request.setAttribute(Journey.class.getName(), journey);
        return journey;
    }
}
