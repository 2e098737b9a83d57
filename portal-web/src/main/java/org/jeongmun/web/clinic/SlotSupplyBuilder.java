package org.jeongmun.web.clinic;

import java.util.Arrays;

/** Collects what pools have at the slots into arrays that grow, in any order. */
final class SlotSupplyBuilder {
    private static final int FIRST_SIZE = 1024;

    private final int[] firstPortion;
    private final LotKinds kindList = new LotKinds();
    private int[] nextPortion = new int[FIRST_SIZE];
    private long[] shares = new long[FIRST_SIZE];
    private int[] taken = new int[FIRST_SIZE];
    private int[] firstLot = new int[FIRST_SIZE];
    private int[] endLot = new int[FIRST_SIZE];
    private int[] kinds = new int[FIRST_SIZE];
    private int[] places = new int[FIRST_SIZE];
    private int portions;
    private int lots;

    /** @param slots how many there are */
    SlotSupplyBuilder(int slots) {
        firstPortion = SlotSupply.noPortions(slots);
    }

    /**
     * Adds what one share has at the slot of that number.
     *
     * @param micros from when each of its lots may be taken
     * @param counts how many places each has
     */
    void add(int slot, long share, int takenThere, long[] micros, int[] counts) {
        if (micros.length == 0) {
            return;
        }
        growPortions(portions + 1);
        shares[portions] = share;
        taken[portions] = takenThere;
        firstLot[portions] = lots;
        growLots(lots + micros.length);
        for (int lot = 0; lot < micros.length; lot++) {
            kinds[lots] = kindList.number(share, micros[lot]);
            places[lots++] = counts[lot];
        }
        endLot[portions] = lots;
        nextPortion[portions] = firstPortion[slot];
        firstPortion[slot] = portions++;
    }

    SlotSupply build() {
        nextPortion = Arrays.copyOf(nextPortion, portions);
        shares = Arrays.copyOf(shares, portions);
        taken = Arrays.copyOf(taken, portions);
        firstLot = Arrays.copyOf(firstLot, portions);
        endLot = Arrays.copyOf(endLot, portions);
        kinds = Arrays.copyOf(kinds, lots);
        places = Arrays.copyOf(places, lots);
        return new SlotSupply(this);
    }

    private void growPortions(int needed) {
        if (needed > shares.length) {
            int length = needed + (needed >> 1);
            nextPortion = Arrays.copyOf(nextPortion, length);
            shares = Arrays.copyOf(shares, length);
            taken = Arrays.copyOf(taken, length);
            firstLot = Arrays.copyOf(firstLot, length);
            endLot = Arrays.copyOf(endLot, length);
        }
    }

    private void growLots(int needed) {
        if (needed > kinds.length) {
            int length = needed + (needed >> 1);
            kinds = Arrays.copyOf(kinds, length);
            places = Arrays.copyOf(places, length);
        }
    }

    int[] firstPortion() {
        return firstPortion;
    }

    int[] nextPortion() {
        return nextPortion;
    }

    long[] shares() {
        return shares;
    }

    int[] taken() {
        return taken;
    }

    int[] firstLot() {
        return firstLot;
    }

    int[] endLot() {
        return endLot;
    }

    int[] kinds() {
        return kinds;
    }

    int[] places() {
        return places;
    }

    LotKinds kindList() {
        return kindList;
    }
}
