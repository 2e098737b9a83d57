package org.jeongmun.doors.trial;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jeongmun.doors.inventory.Door;
import org.jeongmun.doors.inventory.Door.Kind;
import org.jeongmun.doors.inventory.Listener;

/**
 * One knock: a door, a listener, a method and a spelling.
 *
 * @param headers further lines of the request
 */
record Way(Door door, Listener listener, String method, Spelling spelling, String headers) {
    private static final List<String> METHODS = List.of(
            "GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "FOO", "get");
    private static final String UPGRADE =
            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    /** Refuses missing parts. */
    Way {
        requireNonNull(door, "door");
        requireNonNull(listener, "listener");
        requireNonNull(method, "method");
        requireNonNull(spelling, "spelling");
        requireNonNull(headers, "headers");
    }

    /** @return every way to knock at a door: each spelling by GET and POST, each method on the exact path */
    static List<Way> to(Door door, Listener listener) {
        List<Way> ways = new ArrayList<>();
        List<Spelling> spellings = Spellings.of(door.path(), listener.authority());
        for (String method : METHODS) {
            ways.add(new Way(door, listener, method, spellings.get(0), ""));
        }
        for (Spelling spelling : spellings.subList(1, spellings.size())) {
            ways.add(new Way(door, listener, "GET", spelling, ""));
            ways.add(new Way(door, listener, "POST", spelling, ""));
        }
        if (door.kind() == Kind.WEB_SOCKET) {
            ways.add(new Way(door, listener, "GET", spellings.get(0), UPGRADE));
        }
        return ways;
    }

    /** @return the request, to the last byte; a POST without any token, which nothing may take for a form */
    String request() {
        boolean posts = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        String body = posts ? "knock=1" : "";
        String content = posts ? "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n" : "";
        String connection = headers.isEmpty()
                ? method.equals("CONNECT") || ContainerRefusal.hasNoLength(spelling.target())
                        ? "Connection: close\r\n"
                        : ""
                : "Connection: Upgrade\r\n";
        return method + " " + spelling.target() + " HTTP/1.1\r\n" + spelling.hosts() + connection + headers + content
                + "\r\n" + body;
    }

    @Override
    public String toString() {
        String upgrade = headers.isEmpty() ? "" : " with an upgrade to WebSocket";
        return "%s %s (%s)%s on %s"
                .formatted(method, printable(spelling.target()), spelling.name(), upgrade, listener.name());
    }

    private static String printable(String target) {
        return target.chars().allMatch(each -> each > ' ' && each < 0x7F) ? target : "…";
    }
}
