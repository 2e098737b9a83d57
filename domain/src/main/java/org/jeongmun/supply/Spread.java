package org.jeongmun.supply;

import java.util.Arrays;

/**
 * Divides places among slots: evenly among the clinics, what a clinic gets evenly among its days, and what a day gets
 * evenly among its slots, each as far as its room goes; in sum exactly. Pure; for one question.
 */
public final class Spread {
    private final int[] clinics;
    private final long[] days;
    private final int[] room;
    private final int[] parts;

    private Spread(int[] clinics, long[] days, int[] room) {
        this.clinics = clinics;
        this.days = days;
        this.room = room;
        this.parts = new int[room.length];
    }

    /**
     * Divides among slots that are in order of clinic, and those of one clinic in order of day.
     *
     * @param clinics the number of each slot's clinic
     * @param days the number of its day
     * @param room how many places it can get
     * @return how many each slot gets; in sum {@code places}
     * @throws IllegalArgumentException when there is not so much room
     */
    public static int[] of(long places, int[] clinics, long[] days, int[] room) {
        Spread spread = new Spread(clinics, days, room);
        spread.divide(places, 0, room.length, Level.CLINICS);
        return spread.parts.clone();
    }

    private enum Level {
        CLINICS,
        DAYS,
        SLOTS
    }

    private void divide(long places, int from, int end, Level level) {
        int[] ends = ends(from, end, level);
        long[] rooms = new long[ends.length];
        for (int part = 0; part < ends.length; part++) {
            int first = part == 0 ? from : ends[part - 1];
            rooms[part] = Arrays.stream(room, first, ends[part]).asLongStream().sum();
        }
        long[] divided = EvenSplit.of(places, rooms);
        for (int part = 0; part < ends.length; part++) {
            int first = part == 0 ? from : ends[part - 1];
            if (level == Level.SLOTS) {
                parts[first] = (int) divided[part];
            } else if (divided[part] > 0) {
                divide(divided[part], first, ends[part], level == Level.CLINICS ? Level.DAYS : Level.SLOTS);
            }
        }
    }

    /** @return where each part of the stretch ends that is one clinic, day or slot */
    private int[] ends(int from, int end, Level level) {
        int[] ends = new int[end - from];
        int count = 0;
        for (int slot = from; slot < end; slot++) {
            if (slot + 1 == end || differ(slot, slot + 1, level)) {
                ends[count++] = slot + 1;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    private boolean differ(int slot, int next, Level level) {
        return switch (level) {
            case CLINICS -> clinics[slot] != clinics[next];
            case DAYS -> days[slot] != days[next];
            case SLOTS -> true;
        };
    }
}
