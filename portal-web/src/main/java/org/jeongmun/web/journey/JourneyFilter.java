package org.jeongmun.web.journey;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jeongmun.reservation.ReservationsAwayException;
import org.jeongmun.web.gate.GateFilter;
import org.jeongmun.web.load.LoadFilter;

/** Sends people to the step that they have left out, whatever the method. Works behind the gate alone. */
public final class JourneyFilter implements Filter {
    @Inject
    private Journeys journeys;

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        if (!GateFilter.hasAdmitted(request)) {
            GateFilter.refuse(request, response);
            return;
        }
        Journey journey = journeys.begin(request, response);
        try {
            Optional<String> step = Step.missing(request.getRequestURI(), manner(request), journey);
            if (step.isPresent()) {
                SeeOther.to(step.get(), response);
            } else {
                chain.doFilter(request, response);
            }
        } catch (ReservationsAwayException away) {
            // Pages ask before they write.
            GateFilter.refuse(request, response);
        }
    }

    private static Step.Manner manner(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return Step.Manner.READS;
        }
        return LoadFilter.bringsForm(request) ? Step.Manner.SENDS_A_FORM : Step.Manner.ELSE;
    }
}
