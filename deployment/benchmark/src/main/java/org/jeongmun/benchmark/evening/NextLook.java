package org.jeongmun.benchmark.evening;

import org.jeongmun.waitingroom.PollingRule;

/**
 * What somebody in line does after a look at the line: the rule of the waiting page's script, by which a crowd asks
 * ever less the larger it is. Pure.
 *
 * @param does what
 * @param afterSeconds when, for another look
 */
public record NextLook(Does does, double afterSeconds) {
    private static final double SOON = 10;
    private static final double FOR_WHICH_A_CACHE_TELLS_WHAT_WAS = 1;
    private static final int LOOKS_WHEN_DUE = 3;
    private static final double NOT_TOO_EARLY = 0.3;
    private static final double UNTIL_FIRST_CALLS = 0.4;
    private static final double UNTIL_THE_DRAW_IS_TOLD = 2;
    private static final double WHILE_IT_STANDS = 60;
    private static final double WHILE_SHUT = 120;

    /** What there is to do. */
    public enum Does {
        /** Look again later. */
        LOOK,
        /** Look again when their turn is to come. */
        LOOK_WHEN_DUE,
        /** Go in. */
        ENTER,
        /** Go home: no place is left. */
        LEAVE_SOLD_OUT,
        /** Go home: it is over. */
        LEAVE_CLOSED
    }

    /**
     * Decides.
     *
     * @param view of the line
     * @param place in it; 0 while it is to be drawn
     * @param due how often they have looked because their turn was to come
     * @param chance from 0 to 1
     */
    public static NextLook after(LineView view, long place, int due, double chance) {
        if (view.portal().equals("MAINTENANCE") || view.portal().equals("UNKNOWN")) {
            return quarterOf(WHILE_SHUT, chance);
        }
        if (view.window().equals("CLOSED")) {
            return new NextLook(Does.LEAVE_CLOSED, 0);
        }
        if (view.placesLeft().equals("NONE")) {
            return new NextLook(Does.LEAVE_SOLD_OUT, 0);
        }
        if (!view.window().equals("OPEN")) {
            return beforeTheOpening(view, place, chance);
        }
        if (place == 0) {
            return new NextLook(Does.LOOK, UNTIL_THE_DRAW_IS_TOLD);
        }
        if (place <= view.nowServing()) {
            return new NextLook(Does.ENTER, 0);
        }
        double ahead = place - view.reached() - 1.0;
        double wait = view.admitPerSecond() > 0 ? ahead / view.admitPerSecond() : Double.POSITIVE_INFINITY;
        if (wait < SOON && due < LOOKS_WHEN_DUE) {
            return new NextLook(Does.LOOK_WHEN_DUE, (ahead + 1) / view.admitPerSecond() + NOT_TOO_EARLY);
        }
        return quarterOf(Double.isFinite(wait) ? wait : WHILE_IT_STANDS, chance);
    }

    private static NextLook beforeTheOpening(LineView view, long place, double chance) {
        if (view.untilOpening() > PollingRule.NEAR_THE_OPENING) {
            return quarterOf(view.untilOpening(), chance);
        }
        double known = view.admitPerSecond() > 0 ? Math.min(PollingRule.LONGEST, place / view.admitPerSecond() / 4) : 2;
        double drawn = PollingRule.spreadOf(view.tickets());
        double spread = view.untilOpening() < FOR_WHICH_A_CACHE_TELLS_WHAT_WAS ? 1 : place > 0 ? known : drawn;
        return new NextLook(Does.LOOK, Math.max(0, view.untilOpening()) + UNTIL_FIRST_CALLS + spread * chance);
    }

    private static NextLook quarterOf(double seconds, double chance) {
        return new NextLook(Does.LOOK, PollingRule.whileWaiting(seconds, chance));
    }
}
