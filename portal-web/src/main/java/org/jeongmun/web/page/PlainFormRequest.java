package org.jeongmun.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jeongmun.web.load.SentForm;

/**
 * A request without the parameters and headers that Faces would take as meant for itself. A form says what is in its
 * body and nothing else: who follows a link with a query, and then sends the page, has not typed that.
 */
final class PlainFormRequest extends HttpServletRequestWrapper {
    private static final String ACCEPT = "Accept";

    private final Map<String, String[]> parameters;

    /** @param request whose form has been read; one that is too long holds nothing */
    PlainFormRequest(HttpServletRequest request) {
        super(request);
        Map<String, String[]> kept = SentForm.isTooLong(request) ? new TreeMap<>() : sent(request);
        kept.keySet().removeIf(PlainFormRequest::isOfFaces);
        this.parameters = Collections.unmodifiableMap(kept);
    }

    private static Map<String, String[]> sent(HttpServletRequest request) {
        String query = "POST".equals(request.getMethod()) ? request.getQueryString() : null;
        return ofBody(request.getParameterMap(), query == null ? "" : query);
    }

    /** The server puts the values of the query before those of the body; pure. */
    static Map<String, String[]> ofBody(Map<String, String[]> parameters, String query) {
        Map<String, String[]> left = new TreeMap<>(parameters);
        for (String part : query.split("&")) {
            left.computeIfPresent(
                    name(part),
                    (name, values) -> values.length == 1 ? null : Arrays.copyOfRange(values, 1, values.length));
        }
        return left;
    }

    private static String name(String part) {
        String name = part.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return name;
        }
    }

    static boolean isOfFaces(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("jakarta.faces.")
                || lower.startsWith("javax.faces.")
                || lower.startsWith("faces-")
                || lower.equals("jfwid");
    }

    @Override
    public String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    /** Faces would choose a format by what a client accepts; ours is settled. */
    @Override
    public String getHeader(String name) {
        return isOfFaces(name) || ACCEPT.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isOfFaces(name) || ACCEPT.equalsIgnoreCase(name)
                ? Collections.emptyEnumeration()
                : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isOfFaces(name) && !ACCEPT.equalsIgnoreCase(name))
                .toList());
    }
}
