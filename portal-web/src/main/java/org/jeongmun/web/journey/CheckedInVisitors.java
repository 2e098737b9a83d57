package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jeongmun.web.load.Visitors;

/** Knows people by the sealed cookie that they got at check-in. */
@ApplicationScoped
public class CheckedInVisitors implements Visitors {
    @Inject
    private JourneyCookies cookies;

    /** Made by the container. */
    public CheckedInVisitors() {}

    @Override
    public boolean hasCheckedIn(HttpServletRequest request) {
        return CheckedIn.carriedBy(request, cookies).isPresent();
    }

    @Override
    public void sendToCheckIn(HttpServletResponse response) {
        SeeOther.to(Step.CHECK_IN, response);
    }
}
