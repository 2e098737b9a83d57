package org.jeongmun.web.notice;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.state.PortalState;

/** Serves the notices. They are rendered once for each situation, and from then on they are bytes. */
public final class NoticeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient PortalState state;
    private final transient Lines lines;
    private final transient ClinicDirectory directory;
    private final transient Counter counter;
    private transient volatile Notices notices;

    /** Brings together what the notices speak of, and where they may be asked for at once. */
    @Inject
    public NoticeServlet(PortalState state, Lines lines, ClinicDirectory directory, Counter counter) {
        this.state = state;
        this.lines = lines;
        this.directory = directory;
        this.counter = counter;
    }

    @Override
    public void init() {
        notices = Notices.of(Situation.of(state.view(), lines, directory));
        counter.take(this, List.of("/", "/privacy", "/accessibility"));
    }

    @Override
    public void destroy() {
        counter.giveBack(this);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] document = current().at(request.getRequestURI());
        if (document == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private Notices current() {
        Situation situation = Situation.of(state.view(), lines, directory);
        Notices known = notices;
        if (known.areOf(situation)) {
            return known;
        }
        return renew(situation);
    }

    /** At an opening many threads come at once: one renders, the others wait for it. */
    private synchronized Notices renew(Situation situation) {
        if (!notices.areOf(situation)) {
            notices = Notices.of(situation);
        }
        return notices;
    }
}
