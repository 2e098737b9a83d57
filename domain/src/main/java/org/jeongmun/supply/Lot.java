package org.jeongmun.supply;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jeongmun.schedule.WindowId;

/**
 * A part of a release that is allotted to slots in one go.
 *
 * @param key what it is a part of
 * @param owner the window whose people alone may take it; empty = those of all windows of the pool that have none apart
 * @param effectiveAt the first instant at which it may be taken
 * @param places for how many people
 */
public record Lot(Key key, Optional<WindowId> owner, Instant effectiveAt, long places) {
    /** Refuses missing parts. */
    public Lot {
        requireNonNull(key, "key");
        requireNonNull(owner, "owner");
        requireNonNull(effectiveAt, "effectiveAt");
    }

    /**
     * Which part.
     *
     * @param pool of which pool
     * @param releaseAt of its release at this instant
     * @param sido the province that it is for; empty = all
     * @param day the window that it is for; empty = all
     */
    public record Key(PoolId pool, Instant releaseAt, Optional<String> sido, Optional<WindowId> day) {
        /** Refuses missing parts. */
        public Key {
            requireNonNull(pool, "pool");
            requireNonNull(releaseAt, "releaseAt");
            requireNonNull(sido, "sido");
            requireNonNull(day, "day");
        }
    }
}
