package org.jeongmun.web.lookup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the portal itself answers to a look-up that it does not pass on, as RFC 9457 has it: a short list of types that
 * stays, and constant texts that repeat nothing of the request.
 */
enum LookupProblem {
    /** The key is wrong, old, of another partner, or of no form that a key has; which of these is not told. */
    PARTNER_KEY(401, "partner-key", "X-Partner-Key is not a key that is valid now."),
    /** Too many requests in a second. */
    RATE_LIMIT(429, "rate-limit", "There were more requests in a second than this partner may send."),
    /** The day's quota is spent. */
    DAILY_QUOTA(429, "daily-quota", "This partner's requests for today are used up."),
    /** The plugin failed. */
    FAILED(502, "failed", "The look-up failed.");

    private final int status;
    private final byte[] body;

    LookupProblem(int status, String type, String title) {
        this.status = status;
        this.body = "{\"type\":\"urn:jeongmun:lookup:%s\",\"title\":\"%s\",\"status\":%d}"
                .formatted(type, title, status)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Answers so. */
    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (this == PARTNER_KEY) {
            response.setHeader("WWW-Authenticate", "X-Partner-Key");
        }
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Answers so, and says when to come back. */
    void writeTo(HttpServletResponse response, long retryAfterSeconds) throws IOException {
        response.setHeader("Retry-After", Long.toString(retryAfterSeconds));
        writeTo(response);
    }
}
