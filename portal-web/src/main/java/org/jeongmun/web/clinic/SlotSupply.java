package org.jeongmun.web.clinic;

import java.util.Arrays;

/**
 * What pools have at the slots, in plain arrays. A portion is what one share has at one slot; it consists of lots, and
 * all lots of one share and one instant are of one kind, of which there are few. Only what is taken changes, by one
 * thread.
 */
final class SlotSupply {
    private static final int NONE = -1;

    private final int[] firstPortion;
    private final int[] nextPortion;
    private final long[] shares;
    private final int[] taken;
    private final int[] firstLot;
    private final int[] endLot;
    private final int[] kinds;
    private final int[] places;
    private final LotKinds kindList;

    /** @param rows complete; not to be used afterwards */
    SlotSupply(SlotSupplyBuilder rows) {
        firstPortion = rows.firstPortion();
        nextPortion = rows.nextPortion();
        shares = rows.shares();
        taken = rows.taken();
        firstLot = rows.firstLot();
        endLot = rows.endLot();
        kinds = rows.kinds();
        places = rows.places();
        kindList = rows.kindList();
    }

    /** @return whether no pool has anything */
    boolean isEmpty() {
        return shares.length == 0;
    }

    /** Learns how many places of a share are taken at a slot; a portion that came after the snapshot is passed over. */
    void setTaken(int slot, long share, int count) {
        for (int portion = first(slot); portion != NONE; portion = nextPortion[portion]) {
            if (shares[portion] == share) {
                taken[portion] = count;
            }
        }
    }

    /** @return what is free of the shares that are meant at a slot */
    long free(int slot, Sharing meant) {
        long free = 0;
        for (int portion = first(slot); portion != NONE; portion = nextPortion[portion]) {
            if (meant.shares().contains(shares[portion])) {
                free += Math.max(0, released(portion, meant.micros()) - taken[portion]);
            }
        }
        return free;
    }

    private long released(int portion, long micros) {
        long released = 0;
        for (int lot = firstLot[portion]; lot < endLot[portion]; lot++) {
            released += kindList.micros(kinds[lot]) <= micros ? places[lot] : 0;
        }
        return released;
    }

    /** Adds what a slot has to the sums. */
    void addTo(Totals totals, int slot) {
        for (int portion = first(slot); portion != NONE; portion = nextPortion[portion]) {
            for (int lot = firstLot[portion]; lot < endLot[portion]; lot++) {
                totals.add(kinds[lot], places[lot]);
            }
            totals.take(kindList.shareNumber(kinds[firstLot[portion]]), taken[portion]);
        }
    }

    /** @return empty sums */
    Totals totals() {
        return new Totals(kindList);
    }

    private int first(int slot) {
        return firstPortion.length == 0 ? NONE : firstPortion[slot];
    }

    /** @return the supply of slots of which no pool has anything */
    static SlotSupply none() {
        return new SlotSupplyBuilder(0).build();
    }

    static int[] noPortions(int slots) {
        int[] first = new int[slots];
        Arrays.fill(first, NONE);
        return first;
    }
}
