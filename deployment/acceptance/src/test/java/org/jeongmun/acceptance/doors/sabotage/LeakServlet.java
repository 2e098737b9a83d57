package org.jeongmun.acceptance.doors.sabotage;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows free places to whoever comes: an ungated servlet, a look-up that ignores the schedule, a live error page. */
public final class LeakServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.getWriter().write("<form><input name=\"slot\" value=\"1\"></form>");
    }
}
