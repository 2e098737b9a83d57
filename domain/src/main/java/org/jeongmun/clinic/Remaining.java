package org.jeongmun.clinic;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;

/**
 * What is left for the people of one booking window.
 *
 * @param ofPool whether the window draws on a pool; else on every place that no pool has
 * @param freePlaces that they could take now, at all clinics together, were the window open
 * @param nextReleaseAt when the next places for them are released; empty when none are announced
 */
public record Remaining(boolean ofPool, long freePlaces, Optional<Instant> nextReleaseAt) {
    private static final long FEW = 1_000;

    /** Refuses missing parts. */
    public Remaining {
        requireNonNull(nextReleaseAt, "nextReleaseAt");
    }

    /** @return whether none is free now */
    public boolean isNothing() {
        return freePlaces == 0;
    }

    /** @return whether people are told that places may run out before their turn */
    public boolean isFew() {
        return freePlaces < FEW;
    }

    /** @return the next release that {@code window} will live to see, where it is still to come */
    public Optional<Instant> nextReleaseWithin(BookingWindow window, Instant now) {
        return nextReleaseAt.filter(at -> at.isAfter(now) && at.isBefore(window.closesAt()));
    }
}
