package org.jeongmun.waitingroom;

import java.util.function.Function;

/** What came of joining a line. */
public sealed interface JoinOutcome {
    /**
     * The person stands in line, and that is stored.
     *
     * @param ticket theirs
     */
    record Joined(Ticket ticket) implements JoinOutcome {}

    /**
     * The person was given no number; only after {@code TRY_AGAIN_LATER} they may have one all the same.
     *
     * @param reason why
     */
    record Refused(JoinRefusal reason) implements JoinOutcome {}

    /** Continues with whichever it is. */
    default <T> T fold(Function<Joined, T> onJoined, Function<Refused, T> onRefused) {
        if (this instanceof Joined joined) {
            return onJoined.apply(joined);
        }
        return onRefused.apply((Refused) this);
    }
}
