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
import org.jeongmun.web.state.PortalView;

/** Serves the two documents that anybody's program may read, from any origin, and any cache may hold for a second. */
public final class PublicDocumentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient PortalState state;
    private final transient Lines lines;
    private final transient ClinicDirectory directory;
    private final transient Counter counter;
    private final transient RememberedDocument schedule = new RememberedDocument(System::nanoTime);
    private final transient RememberedDocument waiting = new RememberedDocument(System::nanoTime);

    /**
     * Made by the container.
     *
     * @param state what the documents speak of
     * @param lines of the waiting room
     * @param directory what is left
     * @param counter where it may be asked at once
     */
    @Inject
    public PublicDocumentServlet(PortalState state, Lines lines, ClinicDirectory directory, Counter counter) {
        this.state = state;
        this.lines = lines;
        this.directory = directory;
        this.counter = counter;
    }

    @Override
    public void init() {
        counter.take(this, List.of("/schedule.json", "/waiting/status.json"));
    }

    @Override
    public void destroy() {
        counter.giveBack(this);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PortalView view = state.view();
        Told told = Told.of(view, directory, lines);
        byte[] document = "/schedule.json".equals(request.getRequestURI())
                ? schedule.of(told, () -> PublicDocuments.schedule(view, directory))
                : waiting.of(told, () -> PublicDocuments.waiting(view, directory, lines));
        response.setHeader("Cache-Control", "max-age=1");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
