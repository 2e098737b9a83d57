package org.jeongmun.web.line;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jeongmun.web.load.LoadFilter;

/**
 * Notes how the pages of the journey fare, waiting for a hand included; by that the controller slows down and speeds
 * up.
 */
public final class InsideLoadFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient InsideLoad load;

    /** @param load where to note it */
    @Inject
    public InsideLoadFilter(InsideLoad load) {
        this.load = load;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long began = LoadFilter.cameAt(request);
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = response.getStatus() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        } finally {
            load.add(Duration.ofNanos(System.nanoTime() - began), !answered);
        }
    }
}
