package org.jeongmun.clock;

import java.time.Duration;
import java.util.Optional;

/**
 * What a node believes of the database's clock after a row of samples; an immutable value, replaced by each sample.
 *
 * <p>There is no belief before the first {@value #SAMPLES_TO_TRUST} samples that agree, none when the last sample is
 * older than {@link #MAX_AGE}, and none after the database's clock stepped against the monotonic clock by more than
 * both samples' bounds allow, until as many samples in a row agree again. No belief means that the gate is shut.
 */
public final class ClockEstimate {
    /** The age beyond which a sample says nothing any more. */
    public static final Duration MAX_AGE = Duration.ofSeconds(3);

    /** A round trip longer than this makes a sample too vague to open a door by. */
    public static final Duration MAX_ROUND_TRIP = Duration.ofSeconds(1);

    private static final int SAMPLES_TO_TRUST = 3;
    private static final ClockEstimate NONE = new ClockEstimate(null, 0);

    private final ClockSample last;
    private final int agreeing;

    private ClockEstimate(ClockSample last, int agreeing) {
        this.last = last;
        this.agreeing = agreeing;
    }

    /** @return the state of a node that has not asked yet */
    public static ClockEstimate none() {
        return NONE;
    }

    /**
     * Takes in one more sample.
     *
     * @param sample taken after every sample before it
     * @return the belief from now on; it starts anew when the sample contradicts the one before
     */
    public ClockEstimate with(ClockSample sample) {
        if (sample.roundTrip().compareTo(MAX_ROUND_TRIP) > 0) {
            return this;
        }
        boolean agrees = last != null
                && last.age(sample.answeredAtNanos()).compareTo(MAX_AGE) <= 0
                && last.at(sample.answeredAtNanos()).overlaps(sample.at(sample.answeredAtNanos()));
        return new ClockEstimate(sample, agrees ? Math.min(agreeing + 1, SAMPLES_TO_TRUST) : 1);
    }

    /**
     * The portal's time now, as far as this node can know it.
     *
     * @param nowNanos {@link System#nanoTime()}
     * @return empty when nothing can be trusted
     */
    public Optional<TimeBound> at(long nowNanos) {
        if (agreeing < SAMPLES_TO_TRUST || last.age(nowNanos).compareTo(MAX_AGE) > 0) {
            return Optional.empty();
        }
        return Optional.of(last.at(nowNanos));
    }
}
