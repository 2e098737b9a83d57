package org.jeongmun.doors.inventory;

import static java.util.Objects.requireNonNull;

/**
 * Something by which a request could reach an application: an exact path at which to knock.
 *
 * @param kind the first reason why it is a door
 * @param path as it is spelled, from the root of the server
 * @param source who has it there, for the operator who must shut it
 */
public record Door(Kind kind, String path, String source) {
    /** Why a path is a door. */
    public enum Kind {
        /** It is in the portal's own list of URLs. */
        ROUTE,
        /** A servlet is mapped to it. */
        SERVLET,
        /** A filter is mapped to it. */
        FILTER,
        /** A folder shows it to whoever asks for the folder. */
        WELCOME_FILE,
        /** It is shown where something fails. */
        ERROR_PAGE,
        /** A file of an application or of a jar lies there. */
        FILE,
        /** A JAX-RS resource answers it. */
        JAX_RS,
        /** A WebSocket endpoint answers it. */
        WEB_SOCKET,
        /** Nobody has it, and it must not be told from the others. */
        NOTHING
    }

    /** Refuses missing parts. */
    public Door {
        requireNonNull(kind, "kind");
        requireNonNull(path, "path");
        requireNonNull(source, "source");
    }
}
