package org.jeongmun.supply;

import static java.util.Objects.requireNonNull;

import org.jeongmun.schedule.WindowId;

/**
 * A window that draws on a pool.
 *
 * @param window which
 * @param pool on which
 * @param perDay whether it has a part of its own: each release is divided evenly among the windows of the pool that
 *     have one and have not closed by then, and a part may be taken from the opening of its window on
 * @param carryOver whether what is left of its part goes on to the windows after it; false without {@code perDay}
 */
public record PoolUse(WindowId window, PoolId pool, boolean perDay, boolean carryOver) {
    /** Refuses missing parts, and carrying over what is not divided. */
    public PoolUse {
        requireNonNull(window, "window");
        requireNonNull(pool, "pool");
        if (carryOver && !perDay) {
            throw new IllegalArgumentException("Window %s carries over what it has no part of.".formatted(window));
        }
    }

    /** @return whether the places of its part are its own and nobody else's */
    public boolean isApart() {
        return perDay && !carryOver;
    }
}
