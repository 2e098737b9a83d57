package org.jeongmun.web.clinic;

import java.time.Instant;
import java.util.Arrays;

/**
 * What is free at each clinic as of one moment: counted once, for all questions that come until the picture changes or the
 * next slot begins. Immutable.
 */
final class Tally {
    private static final int PLACE_BITS = 24;
    private static final long PLACE = (1L << PLACE_BITS) - 1;
    /** What is never comes last. */
    private static final long LAST = (1L << 38) - 1;

    private static final long MICROS = 1_000_000;

    private final long[] free;
    private final long[] earliest;
    private final int[] inOrderOfEarliest;
    private final long all;
    private final long holdsUntil;

    /** Counts the slots of that many clinics that start after {@code now}. */
    Tally(SlotTable slots, int clinics, Instant now) {
        free = new long[clinics];
        earliest = new long[clinics];
        holdsUntil = slots.count(SlotTable.micros(now), free, earliest);
        all = Arrays.stream(free).sum();
        long[] keys = new long[clinics];
        for (int clinic = 0; clinic < clinics; clinic++) {
            keys[clinic] = Math.max(0, Math.min(LAST, earliest[clinic] / MICROS)) << PLACE_BITS | clinic;
        }
        Arrays.sort(keys);
        inOrderOfEarliest =
                Arrays.stream(keys).mapToInt(key -> (int) (key & PLACE)).toArray();
    }

    /** @return whether counting at {@code now} would come to the same: no slot has begun meanwhile */
    boolean holdsAt(Instant now) {
        return SlotTable.micros(now) < holdsUntil;
    }

    /** @return the free places at all clinics */
    long all() {
        return all;
    }

    /** @return the free places at the clinic of that number */
    long free(int clinic) {
        return free[clinic];
    }

    /** @return the start of its first slot with a free place, or {@code null} */
    Instant earliest(int clinic) {
        return earliest[clinic] == SlotTable.NEVER ? null : SlotTable.instant(earliest[clinic]);
    }

    /** @return the numbers of all clinics, the one with the earliest free slot first; not to be changed */
    int[] inOrderOfEarliest() {
        return inOrderOfEarliest;
    }
}
