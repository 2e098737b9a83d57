package org.jeongmun.web.clinic;

import java.time.Instant;
import java.util.Optional;

/**
 * What there is in all slots together, by share and by instant: enough to say at any later moment what is free by then.
 */
final class Totals {
    private final LotKinds kinds;
    private final long[] places;
    private final long[] taken;
    private long unpooled;

    Totals(LotKinds kinds) {
        this.kinds = kinds;
        this.places = new long[kinds.size()];
        this.taken = new long[kinds.shareCount()];
    }

    void add(int kind, int count) {
        places[kind] += count;
    }

    void take(int shareNumber, int count) {
        taken[shareNumber] += count;
    }

    void addUnpooled(int count) {
        unpooled += count;
    }

    /** @return what is free of that which is meant */
    long free(Sharing meant) {
        long free = meant.unpooled() ? unpooled : 0;
        for (int kind = 0; kind < places.length; kind++) {
            if (kinds.micros(kind) <= meant.micros() && meant.shares().contains(kinds.share(kind))) {
                free += places[kind];
            }
        }
        for (long share : meant.shares()) {
            Integer number = kinds.numberOf(share);
            free -= number == null ? 0 : taken[number];
        }
        return Math.max(0, free);
    }

    /** @return when places of that which is meant are released next */
    Optional<Instant> nextRelease(Sharing meant) {
        long next = SlotTable.NEVER;
        for (int kind = 0; kind < places.length; kind++) {
            boolean isAhead = kinds.micros(kind) > meant.micros() && places[kind] > 0;
            if (isAhead && meant.shares().contains(kinds.share(kind))) {
                next = Math.min(next, kinds.micros(kind));
            }
        }
        return next == SlotTable.NEVER ? Optional.empty() : Optional.of(SlotTable.instant(next));
    }
}
