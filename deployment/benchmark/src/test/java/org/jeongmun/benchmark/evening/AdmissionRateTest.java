package org.jeongmun.benchmark.evening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jeongmun.benchmark.evening.AdmissionRate.Point;
import org.jeongmun.benchmark.evening.AdmissionRate.Rate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rate of admission")
class AdmissionRateTest {
    @Test
    void isTakenFromEachMomentToTheFirstThatCameTenSecondsLater() {
        List<Rate> rates = AdmissionRate.rates(points(30, 12, second -> true));

        assertEquals(20, rates.size());
        rates.forEach(rate -> assertEquals(12, rate.perSecond(), 1e-9));
    }

    @Test
    void isLowWhileNobodyIsLetIn() {
        List<Point> points = List.of(
                new Point(0, 10, true), new Point(5, 60, true), new Point(20, 70, true), new Point(21, 80, true));

        assertEquals(List.of(new Rate(0, 3), new Rate(5, 10 / 15.0)), AdmissionRate.rates(points));
    }

    @Test
    void saysNothingOfTenSecondsInWhichTheLineWasEmpty() {
        assertTrue(AdmissionRate.rates(points(30, 12, second -> false)).isEmpty());

        // The ten seconds around the fifteenth do not count: from 0 to 4 the others end before, from 16 to 19 begin
        // after.
        List<Rate> rates = AdmissionRate.rates(points(30, 12, second -> second != 15));
        assertEquals(5 + 4, rates.size());
    }

    @Test
    void countsTheSilenceOfAPortalThatStopsCalling() {
        List<Point> calls = new ArrayList<>(points(5, 12, second -> true));
        AdmissionRate.silentTo(4.9, calls);
        assertEquals(5, calls.size());

        AdmissionRate.silentTo(24, calls);

        assertEquals(new Rate(0, 2), AdmissionRate.rates(calls).get(0));
    }

    /** One each second, from the opening on. */
    private static List<Point> points(int seconds, int perSecond, IntPredicate isLine) {
        return IntStream.range(0, seconds)
                .mapToObj(second -> new Point(second, (long) perSecond * second, isLine.test(second)))
                .toList();
    }
}
