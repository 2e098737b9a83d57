package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.jeongmun.lock.DeskMXBean;
import org.jeongmun.lock.Handles;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Problem;

/**
 * The operators' desk on the management port: shows what the portal is, and passes on what an operator does. The routes
 * of the gate see to it that it is at no other port.
 */
public final class DeskServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(DeskServlet.class.getName());

    @Inject
    private transient DeskGuard guard;

    @Inject
    private transient DeskPage page;

    @Inject
    private transient DeskReading reading;

    /** Made by the container. */
    public DeskServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isMeant(request)) {
            DeskAnswer.forbid(response);
            return;
        }
        String document = request.getParameter("change") == null
                ? page.overview(DeskForm.done(request.getParameter("done")))
                : page.forms(DeskForm.empty(), List.of());
        DeskAnswer.page(HttpServletResponse.SC_OK, document, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isGenuine(request)) {
            LOG.log(Level.WARNING, "desk.forbidden path={0}", request.getServletPath());
            refuse(request, response);
            return;
        }
        DeskForm form = DeskForm.of(request);
        List<Problem> problems = form.belongsTo(request.getServletPath())
                ? form.problems()
                : List.of(new Problem("", new LocalizedText("이 양식의 버튼이 아닙니다.", "That is no button of this form.")));
        if (!problems.isEmpty()) {
            DeskAnswer.page(DeskAnswer.UNPROCESSABLE, page.forms(form, problems), response);
            return;
        }
        press(form, response);
    }

    /** Who has left the desk's own page open for too long does not lose what they have typed. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.isFromTheDesk(request)) {
            String document = page.forms(DeskForm.of(request), List.of(DeskAnswer.TOO_OLD));
            DeskAnswer.page(HttpServletResponse.SC_FORBIDDEN, document, response);
        } else {
            DeskAnswer.forbid(response);
        }
    }

    private void press(DeskForm form, HttpServletResponse response) throws IOException {
        Optional<DeskMXBean> switches = Handles.find(DeskMXBean.NAME, DeskMXBean.class);
        try {
            String told = form.pressedOn(switches.orElseThrow(() -> new IllegalStateException(
                    "This server was not started by portal.jar: use its commands maintenance and announce.")));
            LOG.log(Level.INFO, "desk.done button={0} told=\"{1}\"", form.pressed(), told);
            reading.forget();
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", form.doneAt());
            response.setHeader("Cache-Control", "no-store");
        } catch (IllegalArgumentException refused) {
            DeskAnswer.page(
                    DeskAnswer.UNPROCESSABLE, page.forms(form, List.of(form.refused(refused.getMessage()))), response);
        } catch (IllegalStateException notNow) {
            LOG.log(Level.WARNING, "desk.failed button={0} reason={1}", form.pressed(), notNow.getMessage());
            DeskAnswer.page(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE, page.forms(form, List.of(problem(notNow))), response);
        }
    }

    private static Problem problem(RuntimeException said) {
        return new Problem("", new LocalizedText("처리하지 못했습니다: " + said.getMessage(), "Not done: " + said.getMessage()));
    }
}
