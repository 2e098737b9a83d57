package org.jeongmun.waitingroom;

import java.util.Optional;

/**
 * How long somebody still waits: an honest range, in whole minutes. While the rate holds it never grows as the line
 * moves.
 *
 * @param fromMinutes at the least; 0 = less than a minute
 * @param toMinutes at the most, at least 1
 */
public record WaitEstimate(long fromMinutes, long toMinutes) {
    private static final double SHORTEST = 0.8;
    private static final double LONGEST = 1.3;
    private static final double SECONDS_PER_MINUTE = 60;

    /** Refuses a range that ends before it begins. */
    public WaitEstimate {
        if (fromMinutes < 0 || toMinutes < 1 || toMinutes < fromMinutes) {
            throw new IllegalArgumentException(
                    "A wait has a range of minutes; got %d to %d.".formatted(fromMinutes, toMinutes));
        }
    }

    /** @return the estimate for who has {@code ahead} people before them; empty while the line stands */
    public static Optional<WaitEstimate> of(long ahead, double ratePerSecond) {
        if (!(ratePerSecond > 0)) {
            return Optional.empty();
        }
        double minutes = ahead / ratePerSecond / SECONDS_PER_MINUTE;
        long from = (long) Math.floor(minutes * SHORTEST);
        long to = Math.max(1, (long) Math.ceil(minutes * LONGEST));
        return Optional.of(new WaitEstimate(from, to));
    }
}
