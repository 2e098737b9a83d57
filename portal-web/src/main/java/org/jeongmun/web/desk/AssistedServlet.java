package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.web.desk.AssistedForm.Step;
import org.jeongmun.web.keys.IdentityKeys;
import org.jeongmun.web.page.Problem;
import org.jeongmun.web.page.RefusalWords;
import org.jeongmun.web.page.Times;
import org.jeongmun.web.page.TypedIdentity;
import org.jeongmun.web.state.PortalState;

/**
 * Assisted booking on the management port: an agent looks up what there is for a caller, and books it. What is typed
 * travels in forms alone, so that nobody's name is ever in an address.
 */
public final class AssistedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(AssistedServlet.class.getName());

    @Inject
    private transient DeskGuard guard;

    @Inject
    private transient AssistedPage page;

    @Inject
    private transient AssistedBooking booking;

    @Inject
    private transient AssistedCalls calls;

    @Inject
    private transient IdentityKeys keys;

    @Inject
    private transient RefusalWords refusals;

    @Inject
    private transient Times times;

    @Inject
    private transient PortalState state;

    /** Made by the container. */
    public AssistedServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isMeant(request)) {
            DeskAnswer.forbid(response);
            return;
        }
        show(HttpServletResponse.SC_OK, AssistedForm.empty(), new AssistedPage.View(), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isGenuine(request)) {
            LOG.log(Level.WARNING, "desk.forbidden path={0}", request.getServletPath());
            refuse(request, response);
            return;
        }
        AssistedForm form = AssistedForm.of(request);
        AssistedPage.View view = new AssistedPage.View();
        Optional<Instant> now = times.now();
        if (now.isEmpty() || !state.knowledge().demo()) {
            view.problem(refusals.text(RefusalReason.TRY_AGAIN_LATER, Optional.empty()));
            show(HttpServletResponse.SC_SERVICE_UNAVAILABLE, form, view, response);
            return;
        }
        LocalDate today = LocalDate.ofInstant(now.get(), times.zone());
        List<Problem> problems = form.problems(today);
        problems.forEach(view::problem);
        boolean done = problems.isEmpty()
                ? calls.serve(form, applicant(form, today), view)
                : showsTimes(form, problems, today, view);
        boolean booked = done && form.step() == Step.BOOK;
        int status = done ? HttpServletResponse.SC_OK : DeskAnswer.UNPROCESSABLE;
        show(status, booked ? form.ofNextCaller() : form, view, response);
    }

    /** Who has left the page open for too long does not lose what they have typed, with a caller on the telephone. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.isFromTheDesk(request)) {
            AssistedPage.View view = new AssistedPage.View().problem(DeskAnswer.TOO_OLD);
            show(HttpServletResponse.SC_FORBIDDEN, AssistedForm.of(request), view, response);
        } else {
            DeskAnswer.forbid(response);
        }
    }

    /** Where nothing but the time is missing, the times are there to choose from. @return that nothing was done */
    private boolean showsTimes(AssistedForm form, List<Problem> problems, LocalDate today, AssistedPage.View view) {
        if (problems.stream().allMatch(problem -> problem.field().equals("slot"))) {
            calls.serve(form.onlyLooking(), applicant(form, today), view);
        }
        return false;
    }

    private Applicant applicant(AssistedForm form, LocalDate today) {
        TypedIdentity caller = form.caller(today);
        return keys.applicant(
                caller.name().orElseThrow(),
                caller.born().orElseThrow(),
                caller.phone().orElseThrow());
    }

    private void show(int status, AssistedForm form, AssistedPage.View view, HttpServletResponse response)
            throws IOException {
        DeskAnswer.page(status, page.render(form, view.with("hasLine", booking.hasLine())), response);
    }
}
