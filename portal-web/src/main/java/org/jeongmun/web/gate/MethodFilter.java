package org.jeongmun.web.gate;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jeongmun.lock.route.Routes;

/**
 * Answers a wrong method. It comes after the filter that sends people to the step they have left out, because that
 * one holds for every method.
 */
public final class MethodFilter implements Filter {
    @Inject
    private Doorway doorway;

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        Routes routes =
                doorway.isManagement(request.getLocalPort()) ? doorway.managementRoutes() : doorway.publicRoutes();
        Set<String> allowed = routes.methodsOf(request.getRequestURI());
        if (!allowed.contains(request.getMethod())) {
            doorway.answers().methodNotAllowed(allowed, request, (HttpServletResponse) response);
            return;
        }
        chain.doFilter(request, response);
    }
}
