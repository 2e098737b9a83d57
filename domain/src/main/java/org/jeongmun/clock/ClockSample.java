package org.jeongmun.clock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of the database's clock, taken somewhere between two readings of this node's monotonic clock.
 *
 * @param askedAtNanos {@link System#nanoTime()} just before the question was sent
 * @param answeredAtNanos {@link System#nanoTime()} just after the answer had come
 * @param databaseTime what {@code portal_now()} said
 */
public record ClockSample(long askedAtNanos, long answeredAtNanos, Instant databaseTime) {
    /** Crystals drift; 200 parts per million is generous for server hardware and slewing time daemons. */
    private static final long DRIFT_PARTS_PER_MILLION = 200;

    /** Refuses an answer that came before its question. */
    public ClockSample {
        requireNonNull(databaseTime, "databaseTime");
        if (answeredAtNanos - askedAtNanos < 0) {
            throw new IllegalArgumentException("A clock sample is answered after it was asked; got %d ns."
                    .formatted(answeredAtNanos - askedAtNanos));
        }
    }

    /**
     * What this sample says about a moment after it. The database read its clock no earlier than the question and no
     * later than the answer, so the bound is as wide as the round trip, and widens with age by the allowed drift.
     *
     * @param nowNanos {@link System#nanoTime()}, not before {@code answeredAtNanos}
     * @return the bound of the portal's time then
     */
    public TimeBound at(long nowNanos) {
        long sinceAnswer = nowNanos - answeredAtNanos;
        long sinceQuestion = nowNanos - askedAtNanos;
        long drift = sinceQuestion / 1_000_000 * DRIFT_PARTS_PER_MILLION + DRIFT_PARTS_PER_MILLION;
        return new TimeBound(
                databaseTime.plusNanos(sinceAnswer - drift), databaseTime.plusNanos(sinceQuestion + drift));
    }

    /** @return how long the question and its answer were under way */
    public Duration roundTrip() {
        return Duration.ofNanos(answeredAtNanos - askedAtNanos);
    }

    /** @return how long ago the answer came */
    public Duration age(long nowNanos) {
        return Duration.ofNanos(nowNanos - answeredAtNanos);
    }
}
