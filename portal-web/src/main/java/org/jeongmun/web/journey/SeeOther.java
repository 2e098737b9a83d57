package org.jeongmun.web.journey;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** The answer that sends a browser to another page of the portal. */
public final class SeeOther {
    private static final Set<String> PAGES =
            Set.of("/", Step.CHECK_IN, Step.WAITING, Step.CLINIC, Step.SLOT, Step.CONFIRM, Step.DONE, "/reservation");

    private SeeOther() {}

    /**
     * Answers 303.
     *
     * @param path of a page of the portal
     * @throws IllegalArgumentException for any other: nothing that came with a request can ever lead away from here
     */
    public static void to(String path, HttpServletResponse response) {
        if (!PAGES.contains(path)) {
            throw new IllegalArgumentException("Nobody is sent to a path that is no page of the portal.");
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
    }
}
