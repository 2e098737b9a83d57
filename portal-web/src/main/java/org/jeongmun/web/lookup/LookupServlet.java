package org.jeongmun.web.lookup;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.pluginhost.GuardedLookups;
import org.jeongmun.pluginhost.LookupOutcome;
import org.jeongmun.web.gate.GateFilter;

/**
 * Answers partner portals through the plugin that declared the path. It answers nothing that the gate has not admitted,
 * and the directory behind the plugin tells nothing while no window is open.
 */
public final class LookupServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final byte[] FAILED = "{\"type\":\"about:blank\",\"title\":\"The look-up failed.\",\"status\":502}"
            .getBytes(StandardCharsets.UTF_8);

    private final transient GuardedLookups lookups;

    @Inject
    LookupServlet(GuardedLookups lookups) {
        this.lookups = lookups;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!GateFilter.hasAdmitted(request)) {
            GateFilter.refuse(request, response);
            return;
        }
        Optional<LookupPath> path = LookupPath.of(request.getRequestURI());
        LookupOutcome outcome = path.isEmpty()
                ? new LookupOutcome.Unknown()
                : lookups.answer(path.get().plugin(), path.get().path(), parameters(request));
        if (outcome instanceof LookupOutcome.Answered answered) {
            write(answered, request, response);
        } else if (outcome instanceof LookupOutcome.Closed) {
            GateFilter.refuse(request, response);
        } else if (outcome instanceof LookupOutcome.Unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            writeFailed(response);
        }
    }

    /** A partner's key makes answers differ, so caches must know. For how long they keep one, max-age outranks Expires. */
    private static void write(LookupOutcome.Answered answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", Freshness.bounded(answer.headers().get("Cache-Control")));
        response.addHeader("Vary", "X-Partner-Key");
        String tag = answer.headers().get("ETag");
        if (answer.status() == HttpServletResponse.SC_OK && tag != null && isKnown(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(answer.status());
        writeBody(answer.contentType(), answer.body(), response);
    }

    private static boolean isKnown(String tag, HttpServletRequest request) {
        String known = request.getHeader("If-None-Match");
        return known != null && Arrays.asList(known.split("\\s*,\\s*", -1)).contains(tag);
    }

    private static void writeFailed(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
        response.setHeader("Cache-Control", "no-store");
        writeBody("application/problem+json", FAILED, response);
    }

    private static void writeBody(String contentType, byte[] body, HttpServletResponse response) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }
}
