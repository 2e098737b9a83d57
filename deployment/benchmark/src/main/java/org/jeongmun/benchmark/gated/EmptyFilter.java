package org.jeongmun.benchmark.gated;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jeongmun.lock.answer.SecurityHeaders;

/** Lets everybody pass, with the headers of the portal. Runs in a server; the benchmark itself only packs it up. */
public final class EmptyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Made by the container. */
    public EmptyFilter() {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.addTo(response);
        chain.doFilter(request, response);
    }
}
