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
            Optional<String> step = Step.missing(request.getRequestURI(), Step.Manner.of(request), journey);
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
}
