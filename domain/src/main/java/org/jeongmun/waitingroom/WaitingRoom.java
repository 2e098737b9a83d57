package org.jeongmun.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How fast people are let in, as the campaign file says it under {@code waitingRoom}.
 *
 * @param order who is let in first
 * @param admitPerSecond how many people are let in each second
 * @param maxInside how many may be inside at once
 * @param passMinutes how long one who was let in may stay
 */
public record WaitingRoom(Order order, int admitPerSecond, int maxInside, int passMinutes) {
    /** Who is let in first. */
    public enum Order {
        /** Everybody who joins before the opening gets a random place, whenever they came; later arrivals follow. */
        DRAW,
        /** Whoever joins first. */
        ARRIVAL
    }

    /** Where a campaign file does not say. */
    public static final int ADMIT_PER_SECOND = 200;
    /** Where a campaign file does not say. */
    public static final int MAX_INSIDE = 40_000;
    /** Where a campaign file does not say. */
    public static final int PASS_MINUTES = 15;

    /** Refuses a room that lets nobody in. */
    public WaitingRoom {
        requireNonNull(order, "order");
        if (admitPerSecond < 1 || maxInside < 1 || passMinutes < 1) {
            throw new IllegalArgumentException(
                    "A waiting room lets people in; got %d per second, %d inside, %d minutes."
                            .formatted(admitPerSecond, maxInside, passMinutes));
        }
    }

    /** @return how long one who was let in may stay */
    public Duration passFor() {
        return Duration.ofMinutes(passMinutes);
    }

    /**
     * The rate that is certain however long people stay: nobody can be let in while {@code maxInside} are inside, and
     * in the worst case each of them stays for the whole pass.
     *
     * @return people per second
     */
    public double effectiveRate() {
        return Math.min(admitPerSecond, maxInside / (passMinutes * 60.0));
    }

    /**
     * @return how long it takes at most until that many people have been let in; up to {@code maxInside} at full speed
     */
    public Duration drainTime(long people) {
        long atFullSpeed = Math.min(people, maxInside);
        double seconds = (double) atFullSpeed / admitPerSecond + (people - atFullSpeed) / effectiveRate();
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }
}
