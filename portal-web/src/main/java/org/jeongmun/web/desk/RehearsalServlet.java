package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.Rehearsed;
import org.jeongmun.web.state.PortalState;

/**
 * {@code HEAD /desk/rehearsal} on the management port: puts the next page of the journey together for somebody who is
 * made up. A server that has done so often enough is as quick at the opening second as an hour later. The server itself
 * sees to it that an answer to {@code HEAD} is without a page. Nothing is written and no form taken, and while booking
 * is open nothing is done at all (409).
 */
public final class RehearsalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int CONFLICT = 409;

    /** Check-in is a page of its own; of those behind it none is to be had yet. */
    private static final Set<PortalStatus> SHUT = EnumSet.of(PortalStatus.NOT_YET_OPEN, PortalStatus.CHECK_IN);

    /** In turns. The directory tells nobody of a clinic yet, so no slots can be shown. */
    private static final List<String> PAGES =
            List.of("/check-in", "/reserve/clinic", "/reserve/confirm", "/reserve/done", "/clinics");

    private final AtomicInteger turns = new AtomicInteger();

    @Inject
    private transient DeskGuard guard;

    @Inject
    private transient PortalState state;

    @Inject
    private transient MetricRegistry metrics;

    /** Made by the container. */
    public RehearsalServlet() {}

    /** There is no page to be had here. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Allow", "HEAD");
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!guard.isMeant(request)) {
            DeskAnswer.forbid(response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (!SHUT.contains(state.status())) {
            response.setStatus(CONFLICT);
            return;
        }
        String page = PAGES.get(Math.floorMod(turns.getAndIncrement(), PAGES.size()));
        Journey.of(request).rehearse(Rehearsed.nobody());
        metrics.counter("portal_rehearsed", new Tag("page", page)).inc();
        request.getRequestDispatcher(page).forward(request, response);
    }
}
