package org.jeongmun.doors.trial;

import static java.util.Objects.requireNonNull;

/**
 * What one answer means.
 *
 * @param reason what makes a door that is open one that must be shut; empty for the others
 */
record Verdict(Kind kind, String reason) {
    /** The three of the contract. */
    enum Kind {
        /** The exact closed answer, or a refusal that the server is known for. */
        SHUT,
        /** Open, by the gate's table, at this moment. */
        MAY_BE_OPEN,
        /** Anything else. */
        MUST_BE_SHUT
    }

    static final Verdict SHUT = new Verdict(Kind.SHUT, "");
    static final Verdict MAY_BE_OPEN = new Verdict(Kind.MAY_BE_OPEN, "");

    /** Refuses missing parts. */
    Verdict {
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
    }

    static Verdict mustBeShut(String reason) {
        return new Verdict(Kind.MUST_BE_SHUT, reason);
    }
}
