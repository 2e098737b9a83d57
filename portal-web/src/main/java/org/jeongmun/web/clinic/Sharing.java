package org.jeongmun.web.clinic;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jeongmun.schedule.WindowId;

/**
 * Whose places are meant, and when.
 *
 * @param micros the moment, since 1970
 * @param unpooled whether places that no pool has are meant
 * @param shares the shares of pools that are meant
 */
record Sharing(long micros, boolean unpooled, Set<Long> shares) {
    /** Copies the set. */
    Sharing {
        shares = Set.copyOf(shares);
    }

    /** @return the places that people of these windows can take at {@code now} */
    static Sharing of(Collection<WindowId> windows, Map<WindowId, Long> shareOf, Instant now) {
        Set<Long> shares = new HashSet<>();
        boolean unpooled = false;
        for (WindowId window : windows) {
            Long share = shareOf.get(window);
            unpooled |= share == null;
            if (share != null) {
                shares.add(share);
            }
        }
        return new Sharing(SlotTable.micros(now), unpooled, shares);
    }

    /** @return whether the same places are meant, be it at another moment */
    boolean isOfTheSamePeople(Sharing other) {
        return unpooled == other.unpooled && shares.equals(other.shares);
    }
}
