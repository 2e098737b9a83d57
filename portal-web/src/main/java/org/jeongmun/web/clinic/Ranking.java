package org.jeongmun.web.clinic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jeongmun.clinic.ClinicSearch;

/** Puts the matches of a search in its order. */
final class Ranking {
    private static final int PLACE_BITS = 24;
    private static final long PLACE = (1L << PLACE_BITS) - 1;
    /** Up to here it is quicker to keep the first ones than to sort them all. */
    private static final int FEW = 1_000;

    private final ClinicTable clinics;
    private final FreeByClinic free;

    Ranking(ClinicTable clinics, FreeByClinic free) {
        this.clinics = clinics;
        this.free = free;
    }

    /** @return the numbers of the matches of one page, and of one more where there is one */
    int[] matches(ClinicSearch search) {
        ClinicTable.Matches matches = clinics.matches(search);
        int page = search.limit() + 1;
        if (search.order() == ClinicSearch.Order.DISTANCE) {
            return nearest(matches, search, page);
        }
        if (search.order() == ClinicSearch.Order.EARLIEST) {
            IntStream all = Arrays.stream(free.inOrderOfEarliest()).filter(matches::contain);
            return wanted(all, search).skip(search.offset()).limit(page).toArray();
        }
        return matches.isRange() && !search.onlyFree()
                ? matches.part(search.offset(), page).toArray()
                : wanted(matches.all(), search)
                        .skip(search.offset())
                        .limit(page)
                        .toArray();
    }

    private IntStream wanted(IntStream matches, ClinicSearch search) {
        return search.onlyFree() ? matches.filter(number -> free.free(number) > 0) : matches;
    }

    /** Every clinic becomes one number: its rank by distance, and below it its place. */
    private int[] nearest(ClinicTable.Matches matches, ClinicSearch search, int page) {
        IntToLongFunction rank = clinics.positions().ranksFrom(search.near().orElseThrow());
        long[] keys = wanted(matches.all(), search)
                .mapToLong(number -> rank.applyAsLong(number) << PLACE_BITS | number)
                .toArray();
        long[] first = smallest(keys, search.offset() + page);
        return Arrays.stream(first)
                .skip(search.offset())
                .limit(page)
                .mapToInt(key -> (int) (key & PLACE))
                .toArray();
    }

    private static long[] smallest(long[] keys, int count) {
        if (count > FEW || count >= keys.length) {
            Arrays.sort(keys);
            return keys;
        }
        PriorityQueue<Long> kept = new PriorityQueue<>(count, Comparator.reverseOrder());
        for (int i = 0; i < count; i++) {
            kept.add(keys[i]);
        }
        // Most are farther than all that are kept: they cost one comparison.
        long farthest = kept.element();
        for (int i = count; i < keys.length; i++) {
            if (keys[i] < farthest) {
                kept.remove();
                kept.add(keys[i]);
                farthest = kept.element();
            }
        }
        return kept.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
