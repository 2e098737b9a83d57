package org.jeongmun.web.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jeongmun.web.load.LoadFilter;

/** Lets nobody speak to Faces itself: no postback, no partial request, no window, only what our own forms hold. */
public final class PlainFormFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest form = (HttpServletRequest) request;
        if (isInParts(form)) {
            HttpServletResponse refusal = (HttpServletResponse) response;
            refusal.setHeader("Accept-Post", "application/x-www-form-urlencoded");
            refusal.setHeader("Cache-Control", "no-store");
            refusal.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        chain.doFilter(new PlainFormRequest(form, isReadable(form)), response);
    }

    /** None of our forms is sent in parts, and the server would write each part to the disk before anybody had looked. */
    private static boolean isInParts(HttpServletRequest form) {
        String type = form.getContentType();
        return type != null && type.strip().regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    /** The server throws at the first look at a form that is longer than it takes. */
    private static boolean isReadable(HttpServletRequest form) {
        try {
            form.getParameterMap();
            return !LoadFilter.hasFoundTooLong(form);
        } catch (IllegalStateException tooLong) {
            return false;
        }
    }
}
