package org.jeongmun.clinic;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What is left for the people of one booking window.
 *
 * @param ofPool whether the window draws on a pool; else on every place that no pool has
 * @param freePlaces that they could take now, at all clinics together, were the window open
 * @param nextReleaseAt when the next places for them are released; empty when none are announced
 */
public record Remaining(boolean ofPool, long freePlaces, Optional<Instant> nextReleaseAt) {
    /** Refuses missing parts. */
    public Remaining {
        requireNonNull(nextReleaseAt, "nextReleaseAt");
    }
}
