package org.jeongmun.doors.inventory;

import static java.util.Objects.requireNonNull;

/**
 * A socket of the portal that speaks HTTP.
 *
 * @param host where this machine reaches it
 * @param management whether it is for operators
 */
public record Listener(String name, String host, int port, boolean management) {
    /** Refuses missing parts. */
    public Listener {
        requireNonNull(name, "name");
        requireNonNull(host, "host");
    }

    /** @return host and port, as the header {@code Host} has them */
    public String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return "%s at %s".formatted(name, authority());
    }
}
