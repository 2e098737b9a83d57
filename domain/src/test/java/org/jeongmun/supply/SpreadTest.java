package org.jeongmun.supply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Places spread over slots")
class SpreadTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void areExactAndEvenOverClinicsThatHaveRoom(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(300);
        int[] clinics = IntStream.range(0, size).map(i -> i / 12).toArray();
        long[] days = IntStream.range(0, size).mapToLong(i -> i % 12 / 4).toArray();
        int[] room = random.ints(size, 0, 9).toArray();
        long total = Arrays.stream(room).sum();
        long places = (long) (random.nextDouble() * (total + 1));

        int[] parts = Spread.of(places, clinics, days, room);

        assertEquals(places, Arrays.stream(parts).sum());
        long[] byClinic = sums(parts, clinics);
        long[] roomByClinic = sums(room, clinics);
        long most = Arrays.stream(byClinic).max().orElse(0);
        for (int i = 0; i < size; i++) {
            assertTrue(parts[i] >= 0 && parts[i] <= room[i]);
            int clinic = clinics[i];
            assertTrue(byClinic[clinic] == roomByClinic[clinic] || byClinic[clinic] >= most - 1);
        }
    }

    @Test
    void areEvenOverTheDaysOfAClinic() {
        int[] clinics = {0, 0, 0, 0, 1};
        long[] days = {1, 1, 2, 2, 1};
        int[] room = {9, 9, 9, 9, 9};

        assertArrayEquals(new int[] {2, 1, 1, 1, 5}, Spread.of(10, clinics, days, room));
    }

    private static long[] sums(int[] values, int[] clinics) {
        long[] sums = new long[clinics[clinics.length - 1] + 1];
        for (int i = 0; i < values.length; i++) {
            sums[clinics[i]] += values[i];
        }
        return sums;
    }
}
