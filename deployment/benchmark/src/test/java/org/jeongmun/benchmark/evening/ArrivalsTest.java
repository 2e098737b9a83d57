package org.jeongmun.benchmark.evening;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Arrivals")
class ArrivalsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PEOPLE = 10_000;

    @Test
    void areAsManyAsAskedForWithinTheSpanAndInOrder() {
        long[] moments = Arrivals.steady(PEOPLE, MINUTE, new Random(1));

        assertEquals(PEOPLE, moments.length);
        assertArrayEquals(LongStream.of(moments).sorted().toArray(), moments);
        assertTrue(moments[0] >= 0 && moments[PEOPLE - 1] < MINUTE.toNanos());
        assertEquals(PEOPLE / 2.0, within(moments, 30), 200);
    }

    @Test
    void ofARushComeAtOnceForTheMostPart() {
        assertEquals(PEOPLE * 0.75, within(Arrivals.rush(PEOPLE, MINUTE, new Random(1)), 30), 200);
    }

    @Test
    void ofAGatheringComeLateForTheMostPart() {
        assertEquals(PEOPLE * 0.25, within(Arrivals.gathering(PEOPLE, MINUTE, new Random(1)), 30), 200);
    }

    @Test
    void areTheSameForTheSameChance() {
        assertTrue(Arrays.equals(Arrivals.rush(100, MINUTE, new Random(7)), Arrivals.rush(100, MINUTE, new Random(7))));
    }

    @Test
    void canBeNone() {
        assertEquals(0, Arrivals.steady(0, MINUTE, new Random(1)).length);
    }

    private static long within(long[] moments, int seconds) {
        return LongStream.of(moments)
                .filter(at -> at < Duration.ofSeconds(seconds).toNanos())
                .count();
    }
}
