package org.jeongmun.benchmark.gated;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with the same few bytes whatever it is asked. Runs in a server; the benchmark itself only packs it up. */
public final class TrivialServlet extends HttpServlet {
    /** What it answers. */
    public static final String ANSWER = "next to nothing";

    private static final byte[] BYTES = ANSWER.getBytes(StandardCharsets.US_ASCII);
    private static final long serialVersionUID = 1L;

    /** Made by the container. */
    public TrivialServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setContentLength(BYTES.length);
        response.getOutputStream().write(BYTES);
    }
}
