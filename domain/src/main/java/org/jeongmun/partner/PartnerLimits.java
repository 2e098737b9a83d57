package org.jeongmun.partner;

/**
 * How much a partner may ask.
 *
 * @param perSecond requests in a second at each node, 1 to {@value #MOST_PER_SECOND}
 * @param perDay requests in a day of Korea at all nodes together, 1 to {@value #MOST_PER_DAY}
 */
public record PartnerLimits(int perSecond, long perDay) {
    /** The highest rate. */
    public static final int MOST_PER_SECOND = 100_000;
    /** The highest quota. */
    public static final long MOST_PER_DAY = 10_000_000_000L;

    /** Refuses limits out of range. */
    public PartnerLimits {
        if (perSecond < 1 || perSecond > MOST_PER_SECOND || perDay < 1 || perDay > MOST_PER_DAY) {
            throw new IllegalArgumentException(
                    "A partner asks 1 to %d times a second and 1 to %d times a day; got %d and %d."
                            .formatted(MOST_PER_SECOND, MOST_PER_DAY, perSecond, perDay));
        }
    }
}
