package org.jeongmun.benchmark.evening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What happened in each second of an evening. Seconds before the opening are negative. */
public final class Timeline {
    private static final long SECOND = 1_000_000_000;

    private final long opensAt;
    private final int first;
    private final Map<Event, long[]> counts = new EnumMap<>(Event.class);

    /** What is counted. */
    public enum Event {
        /** Somebody has checked in and waits. */
        JOINED,
        /** Somebody was let in. */
        ENTERED,
        /** Somebody who was in stands in line again. */
        SENT_BACK,
        /** Somebody who waited has gone. */
        LEFT_THE_LINE,
        /** Somebody who was in has gone without a code. */
        LEFT_INSIDE,
        /** Somebody has seen their code. */
        BOOKED,
        /** An answer has come in. */
        ANSWERED
    }

    /**
     * Counts nothing yet.
     *
     * @param opensAt as {@link System#nanoTime} has it
     * @param before seconds before it that are counted
     * @param after seconds after it that are counted
     */
    public Timeline(long opensAt, int before, int after) {
        this.opensAt = opensAt;
        this.first = -before;
        for (Event event : Event.values()) {
            counts.put(event, new long[before + after]);
        }
    }

    /** Counts something that happens at that moment; what is out of reach goes to the nearest second. */
    public void count(Event event, long nanos) {
        long[] seconds = counts.get(event);
        long at = Math.floorDiv(nanos - opensAt, SECOND) - first;
        seconds[(int) Math.max(0, Math.min(seconds.length - 1L, at))]++;
    }

    /** @return how many there were from one second (included) to another (not included) */
    public long sum(Event event, int from, int to) {
        long sum = 0;
        for (int second = from; second < to; second++) {
            sum += in(event, second);
        }
        return sum;
    }

    /** @return how many there were altogether */
    public long total(Event event) {
        return LongStream.of(counts.get(event)).sum();
    }

    /** @return how many there were in one second */
    public long in(Event event, int second) {
        long[] seconds = counts.get(event);
        int at = second - first;
        return at < 0 || at >= seconds.length ? 0 : seconds[at];
    }

    /** @return how many wait at the end of that second */
    public long waiting(int second) {
        int end = second + 1;
        return sum(Event.JOINED, first, end)
                + sum(Event.SENT_BACK, first, end)
                - sum(Event.ENTERED, first, end)
                - sum(Event.LEFT_THE_LINE, first, end);
    }

    /** @return how many are inside at the end of that second */
    public long inside(int second) {
        int end = second + 1;
        return sum(Event.ENTERED, first, end)
                - sum(Event.SENT_BACK, first, end)
                - sum(Event.BOOKED, first, end)
                - sum(Event.LEFT_INSIDE, first, end);
    }

    /** @return the seconds in their order */
    public List<Integer> seconds() {
        List<Integer> seconds = new ArrayList<>();
        for (int at = 0; at < counts.get(Event.BOOKED).length; at++) {
            seconds.add(first + at);
        }
        return seconds;
    }
}
