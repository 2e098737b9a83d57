package org.jeongmun.supply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An even split")
class EvenSplitTest {
    private static final int CASES = 400;

    record Case(long seed, long places, long[] room) {}

    static Stream<Case> cases() {
        return LongStream.rangeClosed(1, CASES).mapToObj(seed -> {
            Random random = new Random(seed);
            long[] room = random.longs(1 + random.nextInt(30), 0, 1 + random.nextInt(50))
                    .toArray();
            long total = Arrays.stream(room).sum();
            long places = seed % 5 == 0 ? total : (long) (random.nextDouble() * (total + 1));
            return new Case(seed, places, room);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isExactWithinTheRoomAndEven(Case each) {
        long[] parts = EvenSplit.of(each.places(), each.room());

        assertEquals(each.places(), Arrays.stream(parts).sum());
        long most = Arrays.stream(parts).max().orElse(0);
        for (int i = 0; i < parts.length; i++) {
            assertTrue(parts[i] >= 0 && parts[i] <= each.room()[i]);
            boolean full = parts[i] == each.room()[i];
            assertTrue(full || parts[i] >= most - 1, () -> Arrays.toString(parts) + Arrays.toString(each.room()));
        }
        assertArrayEquals(parts, EvenSplit.of(each.places(), each.room()));
    }

    @Test
    void givesWhatIsLeftOverToTheFirstThatHaveRoom() {
        assertArrayEquals(new long[] {1, 4, 4, 3}, EvenSplit.of(12, new long[] {1, 9, 9, 9}));
        assertArrayEquals(new long[] {4, 3, 3}, EvenSplit.among(10, 3));
        assertArrayEquals(new long[] {}, EvenSplit.of(0, new long[] {}));
    }

    @Test
    void isRefusedWithoutRoom() {
        assertThrows(IllegalArgumentException.class, () -> EvenSplit.of(3, new long[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> EvenSplit.of(-1, new long[] {1, 1}));
    }
}
