package org.jeongmun.acceptance.container.deployed;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.jeongmun.web.gate.GateFilter;

/** The first filter of web.xml, for every dispatch: notes whether the gate has been there before it. */
public final class Scout implements Filter {
    private static final String NOTES = Scout.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String gate = GateFilter.hasAdmitted(request) ? "after-the-gate" : "ahead-of-the-gate";
        String note = request.getDispatcherType() + " " + gate + "; ";
        if (!notes(request).endsWith(note)) { // mapped by path and by name, it comes twice where a dispatch has both
            request.setAttribute(NOTES, notes(request) + note);
        }
        chain.doFilter(request, response);
    }

    /** @return what has been noted of this request so far */
    static String notes(ServletRequest request) {
        return request.getAttribute(NOTES) instanceof String notes ? notes : "";
    }
}
