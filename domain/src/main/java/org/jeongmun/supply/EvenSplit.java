package org.jeongmun.supply;

import java.util.Arrays;

/**
 * Divides places as evenly as the room allows, and exactly: no part differs from another by more than one, unless it is
 * full. What is left over goes to the first parts that have room, one each, so that the same question always has the
 * same answer. Pure.
 */
public final class EvenSplit {
    private EvenSplit() {}

    /**
     * Divides.
     *
     * @param places how many there are
     * @param room how many each part can have
     * @return how many each part gets; in sum {@code places}
     * @throws IllegalArgumentException when there is not so much room
     */
    public static long[] of(long places, long[] room) {
        if (places < 0 || places > Arrays.stream(room).sum()) {
            throw new IllegalArgumentException("There is room for %d places; got %d."
                    .formatted(Arrays.stream(room).sum(), places));
        }
        long level = fullLevel(places, room);
        long[] parts = Arrays.stream(room).map(most -> Math.min(most, level)).toArray();
        long left = places - Arrays.stream(parts).sum();
        for (int part = 0; left > 0; part++) {
            if (room[part] > level) {
                parts[part]++;
                left--;
            }
        }
        return parts;
    }

    /** Divides among so many parts that all have room enough. */
    public static long[] among(long places, int parts) {
        long[] room = new long[parts];
        Arrays.fill(room, places);
        return of(places, room);
    }

    /** @return the highest level that the places fill every part to, as far as its room goes */
    private static long fullLevel(long places, long[] room) {
        long low = 0;
        long high = Arrays.stream(room).max().orElse(0);
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (Arrays.stream(room).map(most -> Math.min(most, middle)).sum() <= places) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
