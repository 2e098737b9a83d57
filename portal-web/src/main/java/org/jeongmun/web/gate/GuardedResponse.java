package org.jeongmun.web.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jeongmun.lock.answer.FixedAnswers;

/** Behind the gate an error is answered with the portal's own constant bytes, never with the container's page. */
final class GuardedResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final FixedAnswers answers;

    GuardedResponse(HttpServletRequest request, HttpServletResponse response, FixedAnswers answers) {
        super(response);
        this.request = request;
        this.answers = answers;
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }

    @Override
    public void sendError(int status) throws IOException {
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (status == SC_NOT_FOUND) {
            answers.notFound(request, response);
            return;
        }
        answers.broken(request, response);
    }
}
