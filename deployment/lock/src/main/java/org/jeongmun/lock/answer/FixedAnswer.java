package org.jeongmun.lock.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A whole answer of bytes that were prepared at start. It echoes nothing of the request. Immutable. */
final class FixedAnswer {
    private final int status;
    private final String contentType;
    private final byte[] body;

    FixedAnswer(int status, String contentType, String body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes back whatever was prepared so far, and begins this answer; further headers may follow. */
    void begin(HttpServletResponse response) {
        response.reset();
        SecurityHeaders.addTo(response);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
    }

    /** Writes and ends the answer; nothing that is written after it reaches the client. */
    void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.getOutputStream().close();
    }

    void writeTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        begin(response);
        end(request, response);
    }
}
