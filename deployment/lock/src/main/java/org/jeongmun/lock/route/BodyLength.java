package org.jeongmun.lock.route;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether a request tells in advance where its body ends: by {@code Content-Length}, or by having none. Two servers in
 * a row that find the end of a body in two places take the rest for a request of its own, which nobody has judged.
 * Chunks leave such doubts (this server forgives what others do not, and drops a {@code Content-Length} beside them
 * without a trace), and none of our forms is sent in them.
 */
public final class BodyLength {
    private BodyLength() {}

    /** @return whether there is one place alone at which the body can end */
    public static boolean isTold(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") == null;
    }
}
