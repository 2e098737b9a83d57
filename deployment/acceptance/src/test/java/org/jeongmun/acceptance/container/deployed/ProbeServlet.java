package org.jeongmun.acceptance.container.deployed;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Collections;
import org.jeongmun.web.gate.GateFilter;

/**
 * An open page that sends its request on in the way that the query names. First it takes the gate's mark away, so that
 * a mark further on comes from a gate that stood in the way of this very dispatch.
 */
public final class ProbeServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        takeMarkAway(request);
        String how = request.getParameter("how");
        String target = request.getParameter("to");
        switch (how) {
            case "forward" -> request.getRequestDispatcher(target).forward(request, response);
            case "include" -> request.getRequestDispatcher(target).include(request, response);
            case "named" -> getServletContext().getNamedDispatcher(target).forward(request, response);
            case "named-include" ->
                getServletContext().getNamedDispatcher(target).include(request, response);
            case "async" -> request.startAsync().dispatch(target);
            case "error" -> behindTheGate(response).sendError(HttpServletResponse.SC_CONFLICT);
            default -> throw new ServletException("no such way");
        }
    }

    private static void takeMarkAway(ServletRequest request) {
        for (String name : Collections.list(request.getAttributeNames())) {
            if (request.getAttribute(name) instanceof GateFilter) {
                request.removeAttribute(name);
            }
        }
    }

    /**
     * The gate's own answers take the place of {@code sendError}; only past them does the server look for an error
     * page.
     */
    private static HttpServletResponse behindTheGate(HttpServletResponse response) {
        return (HttpServletResponse) ((HttpServletResponseWrapper) response).getResponse();
    }
}
