package org.jeongmun.lock.answer;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that every answer carries: no script, nothing from elsewhere, no frame, no referrer. */
public final class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** Sets them on an answer that has not been sent. */
    public static void addTo(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
