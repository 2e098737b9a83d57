package org.jeongmun.acceptance.container.deployed;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jeongmun.web.gate.GateFilter;

/**
 * Where a probe ends: says which filters it has met, or, asked for {@code gates}, how many gates it has come through.
 */
public final class TargetServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        boolean counts = request.getParameter("gates") != null;
        response.getWriter().print(counts ? "gates: " + gates() : "reached: " + Scout.notes(request));
    }

    private static long gates() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().equals(GateFilter.class.getName()))
                        .filter(frame -> frame.getMethodName().equals("doFilter"))
                        .count());
    }
}
