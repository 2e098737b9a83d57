package org.jeongmun.web.journey;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jeongmun.web.notice.Counter;
import org.jeongmun.web.waitingroom.WaitingPage;
import org.jeongmun.web.waitingroom.WaitingPages;
import org.jeongmun.web.waitingroom.WaitingView;

/**
 * {@code /waiting}: one answer from the ticket and from memory. It is a notice: always served, sets nothing, takes
 * nothing.
 */
public final class WaitingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Scenery scenery;
    private final transient Counter counter;
    private final transient WaitingPages pages = new WaitingPages();

    /**
     * Made by the container.
     *
     * @param scenery what to show
     * @param counter where it may be asked at once
     */
    @Inject
    public WaitingServlet(Scenery scenery, Counter counter) {
        this.scenery = scenery;
        this.counter = counter;
    }

    @Override
    public void init() {
        counter.take(this, List.of(Step.WAITING));
    }

    @Override
    public void destroy() {
        counter.giveBack(this);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WaitingView view = scenery.of(request);
        WaitingPage page = pages.of(view);
        byte[] document = page.forPerson(view.stand());
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
