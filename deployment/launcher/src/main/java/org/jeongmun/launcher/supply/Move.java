package org.jeongmun.launcher.supply;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.supply.PoolId;

/**
 * Unsold places of a pool that are wanted elsewhere.
 *
 * @param pool whose they are, and stay
 * @param from where they are taken from
 * @param to where they go
 * @param places how many; empty = all that are unsold there
 * @param reason why, for the record
 */
public record Move(PoolId pool, Side from, Side to, OptionalLong places, String reason) {
    /** Refuses missing parts. */
    public Move {
        requireNonNull(pool, "pool");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(places, "places");
        requireNonNull(reason, "reason");
    }

    /**
     * One side of it; what is empty is not limited.
     *
     * @param sido only the slots of this province
     * @param clinic only the slots of this clinic
     * @param window only the places that this window has apart
     */
    public record Side(Optional<String> sido, Optional<String> clinic, Optional<WindowId> window) {
        /** Refuses missing parts. */
        public Side {
            requireNonNull(sido, "sido");
            requireNonNull(clinic, "clinic");
            requireNonNull(window, "window");
        }

        @Override
        public String toString() {
            String where = clinic.map(id -> "clinic " + id).or(() -> sido).orElse("everywhere");
            return where + window.map(id -> " for window " + id).orElse("");
        }
    }
}
