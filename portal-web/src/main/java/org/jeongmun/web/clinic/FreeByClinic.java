package org.jeongmun.web.clinic;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.ClinicSearch;

/**
 * What is free at each clinic for the same people as of one moment: counted once, for all questions that come until the
 * picture changes, the next slot begins or their next places are released. Safe for many threads.
 */
final class FreeByClinic {
    private static final int PLACE_BITS = 24;
    private static final long PLACE = (1L << PLACE_BITS) - 1;
    /** What is never comes last. */
    private static final long LAST = (1L << 38) - 1;

    private static final long MICROS = 1_000_000;

    /** Most people ask for one of a few pages; what is beyond that is looked for each time. */
    private static final int MOST_TOLD = 500;

    private final long[] free;
    private final long[] earliest;
    private final int[] inOrderOfEarliest;
    private final Sharing meant;
    private final long holdsUntil;
    private final Map<ClinicSearch, Availability.Seen> told = new ConcurrentHashMap<>();

    /**
     * Counts what is meant in the slots of that many clinics.
     *
     * @param nextRelease when more of what is meant is released, in microseconds since 1970
     */
    FreeByClinic(SlotTable slots, int clinics, Sharing meant, long nextRelease) {
        this.meant = meant;
        free = new long[clinics];
        earliest = new long[clinics];
        holdsUntil = Math.min(nextRelease, slots.count(meant, free, earliest));
        long[] keys = new long[clinics];
        for (int clinic = 0; clinic < clinics; clinic++) {
            keys[clinic] = Math.max(0, Math.min(LAST, earliest[clinic] / MICROS)) << PLACE_BITS | clinic;
        }
        Arrays.sort(keys);
        inOrderOfEarliest =
                Arrays.stream(keys).mapToInt(key -> (int) (key & PLACE)).toArray();
    }

    /**
     * @return whether counting that would come to the same: it is of the same people, and nothing has begun meanwhile
     */
    boolean holdsFor(Sharing asked) {
        return meant.isOfTheSamePeople(asked) && asked.micros() < holdsUntil;
    }

    /**
     * @return what was told to that question before; where it is new, or about somebody's whereabouts, what is found
     */
    Availability.Seen told(ClinicSearch search, Supplier<Availability.Seen> look) {
        Availability.Seen before = told.get(search);
        if (before != null) {
            return before;
        }
        Availability.Seen found = look.get();
        if (search.near().isEmpty() && told.size() < MOST_TOLD) {
            told.put(search, found);
        }
        return found;
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
