package org.jeongmun.clock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * All that is known of the portal's time at one moment: it is neither before {@code earliest} nor after {@code latest}.
 *
 * @param earliest the first instant that it can be now, inclusive
 * @param latest the last instant that it can be now, inclusive
 */
public record TimeBound(Instant earliest, Instant latest) {
    /** Refuses a bound that ends before it begins. */
    public TimeBound {
        requireNonNull(earliest, "earliest");
        requireNonNull(latest, "latest");
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(
                    "A time bound ends no earlier than it begins; got earliest=%s, latest=%s."
                            .formatted(earliest, latest));
        }
    }

    /** @return the bound of a time that is known exactly */
    public static TimeBound exactly(Instant now) {
        return new TimeBound(now, now);
    }

    /** @return whether both bounds can be true of the same moment */
    public boolean overlaps(TimeBound other) {
        return !latest.isBefore(other.earliest) && !other.latest.isBefore(earliest);
    }

    /** @return how much of a doubt it leaves */
    public Duration width() {
        return Duration.between(earliest, latest);
    }

    /** @return the middle of the bound: what to show to people, never what to open a gate by */
    public Instant middle() {
        return earliest.plus(width().dividedBy(2));
    }
}
