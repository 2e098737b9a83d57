package org.jeongmun.web.clinic;

import java.time.Instant;
import java.util.stream.LongStream;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.GeoPoint;

/** Puts the matches of a search in its order. Every clinic becomes one number: its rank, and below it its place. */
final class Ranking {
    private static final int PLACE_BITS = 24;
    private static final long PLACE = (1L << PLACE_BITS) - 1;
    private static final long LAST = 1L << 38;

    private final ClinicTable clinics;
    private final SlotTable slots;
    private final Instant now;

    /** @param now slots that have begun by then are over */
    Ranking(ClinicTable clinics, SlotTable slots, Instant now) {
        this.clinics = clinics;
        this.slots = slots;
        this.now = now;
    }

    /** @return the numbers of the matches of one page, and of one more where there is one */
    int[] matches(ClinicSearch search) {
        if (search.order() == ClinicSearch.Order.DIRECTORY && !search.onlyFree()) {
            return clinics.matches(search);
        }
        LongStream keys = clinics.all(search)
                .filter(number -> !search.onlyFree() || slots.earliestFree(number, now) != null)
                .mapToLong(number -> rank(number, search) << PLACE_BITS | number);
        LongStream ordered = search.order() == ClinicSearch.Order.DIRECTORY ? keys : keys.sorted();
        return ordered.skip(search.offset())
                .limit(search.limit() + 1L)
                .mapToInt(key -> (int) (key & PLACE))
                .toArray();
    }

    private long rank(int number, ClinicSearch search) {
        return switch (search.order()) {
            case DIRECTORY -> 0;
            case DISTANCE -> metres(search.near().orElseThrow(), clinics.clinic(number));
            case EARLIEST -> secondOf(slots.earliestFree(number, now));
        };
    }

    static int metres(GeoPoint from, Clinic clinic) {
        return from.metresTo(clinic.latitude(), clinic.longitude());
    }

    private static long secondOf(Instant earliest) {
        return earliest == null ? LAST : Math.max(0, Math.min(LAST - 1, earliest.getEpochSecond()));
    }
}
