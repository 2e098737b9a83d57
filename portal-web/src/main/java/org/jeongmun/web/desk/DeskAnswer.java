package org.jeongmun.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.notice.InlineScript;
import org.jeongmun.web.page.Problem;

/** How the desk answers: never kept anywhere, and with no script but the one that renews its figures. */
public final class DeskAnswer {
    static final int UNPROCESSABLE = 422;

    /** Renews what the overview shows, and leaves the reader where they are. */
    static final InlineScript RENEWAL = InlineScript.of(DeskAnswer.class, "desk.js");

    /** What is said of a form whose page is of a process before this one, or of yesterday. */
    static final Problem TOO_OLD = new Problem(
            "",
            new LocalizedText("화면이 오래되었습니다. 내용을 확인하고 다시 눌러 주세요.", "This page was too old. Check it and press again."));

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src " + RENEWAL.source()
            + "; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final byte[] FORBIDDEN =
            bytes("{\"type\":\"about:blank\",\"title\":\"This is not a request of the desk.\",\"status\":403}");

    private DeskAnswer() {}

    /** Sends a page. */
    static void page(int status, String document, HttpServletResponse response) throws IOException {
        // Browsers must say where a form of ours comes from; with no-referrer some say null.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", POLICY);
        send(status, "text/html;charset=UTF-8", bytes(document), response);
    }

    /** Says that the request does not come from the desk. */
    public static void forbid(HttpServletResponse response) throws IOException {
        send(HttpServletResponse.SC_FORBIDDEN, "application/problem+json", FORBIDDEN, response);
    }

    private static void send(int status, String type, byte[] body, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
