package org.jeongmun.web.clinic;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;
import java.util.stream.LongStream;
import org.jeongmun.clinic.ClinicSearch;

/** Puts the matches of a search in its order. Every clinic becomes one number: its rank, and below it its place. */
final class Ranking {
    private static final int PLACE_BITS = 24;
    private static final long PLACE = (1L << PLACE_BITS) - 1;
    private static final long LAST = (1L << 38) - 1;
    private static final long MICROS = 1_000_000;
    /** Up to here it is quicker to keep the first ones than to sort them all. */
    private static final int FEW = 1_000;

    private final ClinicTable clinics;
    private final SlotTable slots;
    private final Sharing meant;

    /** @param meant whose places count, and slots that have begun by then are over */
    Ranking(ClinicTable clinics, SlotTable slots, Sharing meant) {
        this.clinics = clinics;
        this.slots = slots;
        this.meant = meant;
    }

    /** @return the numbers of the matches of one page, and of one more where there is one */
    int[] matches(ClinicSearch search) {
        if (search.order() == ClinicSearch.Order.DIRECTORY && !search.onlyFree()) {
            return clinics.matches(search);
        }
        SlotTable.Free free = slots.freeFrom(meant);
        IntToLongFunction rank = rank(search, free);
        LongStream keys = clinics.all(search)
                .filter(number -> !search.onlyFree() || free.earliestMicros(number) != SlotTable.NEVER)
                .mapToLong(number -> rank.applyAsLong(number) << PLACE_BITS | number);
        return ordered(keys, search)
                .skip(search.offset())
                .limit(search.limit() + 1L)
                .mapToInt(key -> (int) (key & PLACE))
                .toArray();
    }

    private IntToLongFunction rank(ClinicSearch search, SlotTable.Free free) {
        return switch (search.order()) {
            case DIRECTORY -> number -> 0;
            case DISTANCE -> clinics.positions().ranksFrom(search.near().orElseThrow());
            case EARLIEST ->
                // What is never comes last.
                number -> Math.max(0, Math.min(LAST, free.earliestMicros(number) / MICROS));
        };
    }

    private static LongStream ordered(LongStream keys, ClinicSearch search) {
        if (search.order() == ClinicSearch.Order.DIRECTORY) {
            return keys;
        }
        long needed = search.offset() + search.limit() + 1L;
        return needed <= FEW ? smallest(keys, (int) needed) : keys.sorted();
    }

    private static LongStream smallest(LongStream keys, int count) {
        PriorityQueue<Long> kept = new PriorityQueue<>(count, Comparator.reverseOrder());
        keys.forEach(key -> {
            if (kept.size() < count) {
                kept.add(key);
            } else if (key < kept.peek()) {
                kept.poll();
                kept.add(key);
            }
        });
        return kept.stream().mapToLong(Long::longValue).sorted();
    }
}
