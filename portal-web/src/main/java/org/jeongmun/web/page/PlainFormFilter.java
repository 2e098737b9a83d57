package org.jeongmun.web.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Lets nobody speak to Faces itself: no postback, no partial request, no window, only what our own forms hold. */
public final class PlainFormFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest form = (HttpServletRequest) request;
        chain.doFilter(new PlainFormRequest(form, isReadable(form)), response);
    }

    /** The server throws at the first look at a form that is longer than it takes. */
    private static boolean isReadable(HttpServletRequest form) {
        try {
            form.getParameterMap();
            return true;
        } catch (IllegalStateException tooLong) {
            return false;
        }
    }
}
