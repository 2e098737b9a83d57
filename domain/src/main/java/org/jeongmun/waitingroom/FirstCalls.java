package org.jeongmun.waitingroom;

import org.jeongmun.waitingroom.AdmissionMoment.OpenLine;

/**
 * Whom a draw calls at its opening; pure. Nobody knew their place before, so all look within a spread that grows with the
 * crowd, each when chance has it. Were the first places called one after another, nearly everybody who looks would be too
 * early, and nearly everybody who is called would not have looked yet: of 600,000 people at 200 a second a fifth of what the
 * rate allows would come in within ten seconds. So as many are called at once as may come in within the spread. They come
 * as they look, which is at the rate; the door sees to that anyway. What was called so is owed: the line goes on when the
 * rate has caught up with it.
 */
final class FirstCalls {
    private FirstCalls() {}

    /**
     * How far a line moves in one tick.
     *
     * @param by so many places
     * @param owed how many of all that were called are still to be caught up with
     */
    record Move(long by, long owed) {}

    /**
     * In the tick that finds the line open.
     *
     * @param share how many of the tick's calls are this line's
     * @param perSecond this line's part of the rate
     * @param room how many more may be called without too many being inside
     */
    static Move atOpening(OpenLine line, long share, double perSecond, long room) {
        double spread = PollingRule.spreadOf(line.drawn());
        long most = Math.max(0, Math.min(line.waiting() - share, room));
        long first = Math.min(most, (long) (perSecond * (PollingRule.UNTIL_FIRST_CALLS + spread)));
        // Nobody can come before the first look, so what is called until then is nobody's advantage.
        return new Move(share + first, Math.min(first, (long) (perSecond * spread)));
    }

    /** In any other tick. */
    static Move later(long share, long owed) {
        long caughtUp = Math.min(share, owed);
        return new Move(share - caughtUp, owed - caughtUp);
    }
}
