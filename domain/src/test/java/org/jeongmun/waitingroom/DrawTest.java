package org.jeongmun.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A draw")
class DrawTest {
    /** One in a million for chance to pass it; the seeds are fixed, so a pass stays a pass. */
    private static double limit(int degrees) {
        double z = 4.75;
        double term = 2.0 / (9.0 * degrees);
        return degrees * Math.pow(1 - term + z * Math.sqrt(term), 3);
    }

    @Test
    void givesEachNumberAPlaceOfItsOwnAmongAnyNumberOfTickets() {
        for (int tickets = 0; tickets <= 1_100; tickets++) {
            assertIsAPermutation(new Draw(seed(tickets), tickets));
        }
    }

    @ParameterizedTest(name = "among {0}")
    @ValueSource(ints = {4_095, 4_096, 4_097, 65_535, 65_536, 65_537, 1_048_577, 1_850_000})
    void givesEachNumberAPlaceOfItsOwn(int tickets) {
        assertIsAPermutation(new Draw(seed(7), tickets));
    }

    private static void assertIsAPermutation(Draw draw) {
        BitSet taken = new BitSet();
        for (int number = 1; number <= draw.tickets(); number++) {
            long place = draw.placeOf(number);
            assertTrue(place >= 1 && place <= draw.tickets(), "place " + place);
            assertFalse(taken.get((int) place), "place twice");
            taken.set((int) place);
        }
        assertEquals(draw.tickets() + 1, draw.placeOf(draw.tickets() + 1));
    }

    @Test
    void givesNoPlaceTwiceAmongAsManyAsThereCanBe() {
        Draw draw = new Draw(seed(3), Draw.MOST);
        Set<Long> taken = new HashSet<>();
        for (long number = 1; number <= Draw.MOST; number += 99_991_001) {
            long place = draw.placeOf(number);
            assertTrue(place >= 1 && place <= Draw.MOST, "place " + place);
            assertTrue(taken.add(place), "place twice");
        }
    }

    @ParameterizedTest(name = "{0} tickets")
    @ValueSource(ints = {3, 5, 16, 37, 64})
    void favoursNobody(int tickets) {
        int draws = 20_000;
        int[][] counts = new int[tickets][tickets];
        for (int i = 0; i < draws; i++) {
            Draw draw = new Draw(seed(i), tickets);
            for (int number = 1; number <= tickets; number++) {
                counts[number - 1][(int) draw.placeOf(number) - 1]++;
            }
        }

        double expected = (double) draws / tickets;
        for (int[] places : counts) {
            double chiSquare = 0;
            for (int count : places) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
            assertTrue(chiSquare < limit(tickets - 1), "chi-square " + chiSquare);
        }
    }

    @ParameterizedTest(name = "{0} tickets")
    @ValueSource(ints = {4, 9, 16, 23})
    void keepsNoTwoTogether(int tickets) {
        int draws = 40_000;
        int[] between = new int[tickets];
        for (int i = 0; i < draws; i++) {
            Draw draw = new Draw(seed(i), tickets);
            between[(int) Math.floorMod(draw.placeOf(2) - draw.placeOf(1), (long) tickets)]++;
        }

        assertEquals(0, between[0]);
        double expected = (double) draws / (tickets - 1);
        double chiSquare = 0;
        for (int distance = 1; distance < tickets; distance++) {
            chiSquare += (between[distance] - expected) * (between[distance] - expected) / expected;
        }
        assertTrue(chiSquare < limit(tickets - 2), "chi-square " + chiSquare);
    }

    /**
     * The first and the last to join do equally well among 1.85 million: 100 stretches of the line, 100 of the order.
     */
    @Test
    void sendsEveryStretchOfArrivalsToEveryStretchOfTheLine() {
        int tickets = 1_850_000;
        int parts = 100;
        int[][] counts = new int[parts][parts];
        Draw draw = new Draw(seed(14), tickets);
        for (int number = 1; number <= tickets; number++) {
            counts[(number - 1) / (tickets / parts)][(int) ((draw.placeOf(number) - 1) / (tickets / parts))]++;
        }

        double expected = (double) tickets / parts / parts;
        double chiSquare = 0;
        for (int[] row : counts) {
            for (int count : row) {
                chiSquare += (count - expected) * (count - expected) / expected;
            }
        }
        assertTrue(chiSquare < limit((parts - 1) * (parts - 1)), "chi-square " + chiSquare);
    }

    /** Worked out by another program; the script of the waiting page is held against the same table. */
    @ParameterizedTest(name = "among {2}: number {3}")
    @CsvFileSource(resources = "draw-vectors.csv", numLinesToSkip = 1, emptyValue = "")
    void isTheSameWhoeverWorksItOut(String seed, String value, long tickets, long number, long place) {
        DrawSeed mixed = DrawSeed.ofHex(seed).mixedWith(Optional.of(value));

        assertEquals(place, new Draw(mixed, tickets).placeOf(number));
    }

    @Test
    void isCommittedToByTheHashOfItsSeed() {
        DrawSeed seed = DrawSeed.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        String commitment = "sha256:630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";

        assertEquals(commitment, seed.commitment());
        assertTrue(new PublishedDraw(commitment, Optional.of(seed), 1, Optional.empty()).keepsItsCommitment());
        assertTrue(new PublishedDraw(commitment, Optional.empty(), 1, Optional.empty()).keepsItsCommitment());
        assertFalse(new PublishedDraw(commitment, Optional.of(seed(1)), 1, Optional.empty()).keepsItsCommitment());
    }

    @Test
    void isAnotherWithAnotherPublicValueAndTellsNothingByMistake() {
        DrawSeed seed = seed(1);

        assertFalse(seed.mixedWith(Optional.of("1")).equals(seed.mixedWith(Optional.of("2"))));
        assertFalse(seed.mixedWith(Optional.empty()).equals(seed));
        assertFalse(
                seed.commitment().endsWith(seed.mixedWith(Optional.empty()).hex()),
                "who knows the commitment must not know the places");
        assertEquals("DrawSeed", seed.toString());
        assertThrows(IllegalArgumentException.class, () -> DrawSeed.of(new byte[31]));
    }

    private static DrawSeed seed(long number) {
        return DrawSeed.of(ByteBuffer.allocate(32).putLong(number).array()).mixedWith(Optional.empty());
    }
}
