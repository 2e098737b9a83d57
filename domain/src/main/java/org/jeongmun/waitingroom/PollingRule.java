package org.jeongmun.waitingroom;

import java.time.Duration;

/**
 * When a waiting page asks next; pure. A page asks after a quarter of the expected wait, so that the crowd asks less
 * the larger it is, while nobody learns of their turn much later than it comes. The page's script has the same rule but
 * for this: it looks when the turn comes where that is within ten seconds; a look in the last second before the
 * opening, which a cache may have answered with what was, it makes up for within a second; and it spreads over two
 * seconds what waits for a line that stands.
 */
public final class PollingRule {
    /** The shortest time between two questions, in seconds. */
    public static final double SHORTEST = 5;
    /** The longest time between two questions, in seconds: news must reach everybody. */
    public static final double LONGEST = 600;

    /** So long before the opening nobody asks any more, in seconds. */
    public static final double NEAR_THE_OPENING = 240;

    /** So long after the opening the draw is told, and the first are called. */
    static final Duration UNTIL_FIRST_CALLS = Duration.ofMillis(400);

    /** The database's {@code first_calls_of} has the same spread: so many are called as can come in within it. */
    private static final double FIRST_LOOKS_PER_SECOND = 15_000;

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double LONGEST_SPREAD = 120;
    private static final double SHORTEST_SPREAD = 2;

    private PollingRule() {}

    /**
     * While waiting.
     *
     * @param expectedWait in seconds
     * @param chance from 0 to 1, for a jitter of a fifth to both sides
     * @return in how many seconds to ask
     */
    public static double whileWaiting(double expectedWait, double chance) {
        double quarter = Math.min(LONGEST, Math.max(SHORTEST, expectedWait / 4));
        return quarter * (0.8 + 0.4 * chance);
    }

    /**
     * Before the opening. In the last minutes nobody asks any more, or all would ask each five seconds at once.
     *
     * @param untilOpening in seconds
     * @param expectedWait after the opening, in seconds, where the place is known; negative where it is to be drawn
     * @param tickets how many take part in the draw
     * @param chance from 0 to 1
     * @return in how many seconds to ask
     */
    public static double beforeOpening(double untilOpening, double expectedWait, long tickets, double chance) {
        if (untilOpening > NEAR_THE_OPENING) {
            return whileWaiting(untilOpening, chance);
        }
        double spread = expectedWait < 0 ? spreadOf(tickets) : Math.min(LONGEST, expectedWait / 4);
        return Math.max(untilOpening, 0) + UNTIL_FIRST_CALLS.toMillis() / MILLIS_PER_SECOND + spread * chance;
    }

    /**
     * Nobody knows their place before the first look: all look within the spread, and a larger crowd spreads wider.
     *
     * @return in seconds
     */
    public static double spreadOf(long tickets) {
        return Math.min(LONGEST_SPREAD, SHORTEST_SPREAD + tickets / FIRST_LOOKS_PER_SECOND);
    }
}
