package org.jeongmun.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request without the parameters and headers that Faces would take as meant for itself. */
final class PlainFormRequest extends HttpServletRequestWrapper {
    private static final String ACCEPT = "Accept";

    PlainFormRequest(HttpServletRequest request) {
        super(request);
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
        return isOfFaces(name) ? null : super.getParameter(name);
    }

    @Override
    public String[] getParameterValues(String name) {
        return isOfFaces(name) ? null : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> parameters = new TreeMap<>(super.getParameterMap());
        parameters.keySet().removeIf(PlainFormRequest::isOfFaces);
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
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
