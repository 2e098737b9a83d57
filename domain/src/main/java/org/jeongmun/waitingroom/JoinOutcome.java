package org.jeongmun.waitingroom;

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
}
