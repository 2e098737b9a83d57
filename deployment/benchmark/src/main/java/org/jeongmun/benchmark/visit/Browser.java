package org.jeongmun.benchmark.visit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jeongmun.benchmark.wire.Answer;

/** What a browser adds to the requests of one visitor: the host, and the cookies that it was given. */
public final class Browser {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param host with the port */
    public Browser(String host) {
        this.host = host;
    }

    /** Keeps the cookies of an answer, and forgets those that it takes back. */
    public void keep(Answer answer) {
        for (String cookie : answer.headers("Set-Cookie")) {
            int equals = cookie.indexOf('=');
            int end = cookie.indexOf(';');
            String name = cookie.substring(0, equals);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, cookie.substring(equals + 1, end < 0 ? cookie.length() : end));
            }
        }
    }

    /** @return the bytes of a request without a body */
    public byte[] get(String target) {
        return bytes(head("GET " + target) + "\r\n");
    }

    /** @param body as a form is encoded; ASCII */
    public byte[] post(String target, String body) {
        return bytes(head("POST " + target) + "Content-Type: " + FORM + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    /** Takes over what another browser has {@linkplain #carried carried}. */
    public void carry(String carried) {
        for (String cookie : carried.split("; ")) {
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
            }
        }
    }

    /** @return the cookies as they are sent */
    public String carried() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** @return what it carries under that name */
    Optional<String> carried(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    private String head(String request) {
        String carried = carried();
        return request + " HTTP/1.1\r\nHost: " + host + "\r\n"
                + (carried.isEmpty() ? "" : "Cookie: " + carried + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
