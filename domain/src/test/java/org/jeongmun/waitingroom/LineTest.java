package org.jeongmun.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A line")
class LineTest {
    private static final WaitingRoom ROOM = new WaitingRoom(WaitingRoom.Order.DRAW, 10, 100, 15);
    private static final DrawSeed SEED = DrawSeed.of(new byte[32]);

    @ParameterizedTest(name = "number {0} while {1} is served")
    @CsvSource({"1, 0, false, 0", "1, 1, true, 0", "5, 4, false, 0", "5, 3, false, 1", "5, 9, true, 0"})
    void byArrivalCallsNumbersAsTheyCame(long number, long nowServing, boolean called, long ahead) {
        Line line = line(nowServing, Optional.empty());

        assertEquals(called, line.hasCalled(number));
        assertEquals(OptionalLong.of(ahead), line.aheadOf(number));
    }

    @Test
    void toBeDrawnCallsNobodyBeforeTheSeedIsKnown() {
        Line line = line(10, Optional.of(new PublishedDraw(SEED.commitment(), Optional.empty(), 5, Optional.empty())));

        assertFalse(line.hasCalled(1));
        assertTrue(line.placeOf(1).isEmpty());
        assertTrue(line.aheadOf(1).isEmpty());
    }

    @Test
    void thatIsDrawnCallsByPlaceAndLaterNumbersAfterThemAll() {
        Line line = line(1, Optional.of(new PublishedDraw(SEED.commitment(), Optional.of(SEED), 5, Optional.empty())));
        Draw draw = line.draw().orElseThrow().drawn().orElseThrow();

        for (long number = 1; number <= 5; number++) {
            assertEquals(draw.placeOf(number) == 1, line.hasCalled(number));
        }
        assertEquals(OptionalLong.of(6), line.placeOf(6));
    }

    @Test
    void hasCalledTheFirstOfADrawThoughTheRateHasNotComeToThem() {
        PublishedDraw draw = new PublishedDraw(SEED.commitment(), Optional.of(SEED), 5, Optional.empty());
        Line line = new Line(new WindowId("w0714"), ROOM, 9, 1, 3, 10, Optional.of(draw));

        for (long number = 1; number <= 9; number++) {
            assertEquals(line.placeOf(number).orElseThrow() <= 3, line.hasCalled(number), "number " + number);
        }
        assertEquals(8, line.waiting());
        assertEquals(6, line.uncalled());
        assertEquals(OptionalLong.of(0), line.aheadOf(numberAt(3, line)));
        assertEquals(OptionalLong.of(1), line.beforeTheRateComesTo(numberAt(3, line)));
        assertEquals(OptionalLong.of(2), line.aheadOf(numberAt(4, line)));
    }

    @Test
    void promisesAWaitThatNeverGrowsWhileItMoves() {
        WaitEstimate last = WaitEstimate.of(100_000, 33.3).orElseThrow();
        for (long ahead = 99_999; ahead >= 0; ahead -= 7) {
            WaitEstimate next = WaitEstimate.of(ahead, 33.3).orElseThrow();
            assertTrue(next.fromMinutes() <= last.fromMinutes() && next.toMinutes() <= last.toMinutes());
            last = next;
        }
        assertEquals(new WaitEstimate(0, 1), last);
        assertTrue(WaitEstimate.of(10, 0).isEmpty());
        assertTrue(WaitEstimate.of(10, Double.NaN).isEmpty());
    }

    private static long numberAt(long place, Line line) {
        return LongStream.rangeClosed(1, 9)
                .filter(number -> line.placeOf(number).orElseThrow() == place)
                .findFirst()
                .orElseThrow();
    }

    private static Line line(long nowServing, Optional<PublishedDraw> draw) {
        return new Line(new WindowId("w0714"), ROOM, 5, nowServing, 0, 10, draw);
    }
}
