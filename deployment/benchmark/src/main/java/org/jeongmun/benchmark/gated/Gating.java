package org.jeongmun.benchmark.gated;

/** What stands before the {@link TrivialServlet}. */
public enum Gating {
    /** Nothing. */
    NONE,
    /**
     * A filter that lets everybody pass, with the portal's headers: what a filter of this server costs that decides
     * nothing.
     */
    EMPTY,
    /** Both locks of the portal. */
    WHOLE
}
