package org.jeongmun.lock.answer;

import org.jeongmun.gate.ClosedState;

/**
 * What programs are told instead of pages, as problem documents. Nothing in them needs escaping: the titles are our
 * own.
 */
public final class RefusalProblems {
    private RefusalProblems() {}

    /** @return the document for a door that is shut */
    public static String closed(ClosedState state) {
        return problem(503, "The portal is shut: " + state + ".");
    }

    /** @return the document for an address that does not exist */
    public static String notFound() {
        return problem(404, "There is no such address.");
    }

    /** @return the document for a method that an address does not take */
    public static String methodNotAllowed() {
        return problem(405, "This address does not take this method.");
    }

    /** @return the document for a portal that has as much to do as it can */
    public static String busy() {
        return problem(503, "Too many requests at once.");
    }

    /** @return the document for what the portal got wrong itself */
    public static String broken() {
        return problem(500, "Something is broken here.");
    }

    private static String problem(int status, String title) {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}".formatted(title, status);
    }
}
