package org.jeongmun.web.journey;

import jakarta.servlet.http.HttpServletResponse;

/** The answer that sends a browser to another page of the portal. */
public final class SeeOther {
    private SeeOther() {}

    /** @param path of a page of the portal, never anything that came with the request */
    public static void to(String path, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
    }
}
