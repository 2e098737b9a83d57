package org.jeongmun.benchmark.evening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jeongmun.benchmark.evening.AdmissionRate.Call;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rate of admission")
class AdmissionRateTest {
    private static final long MANY = 1_000_000;

    @Test
    void isTakenFromEachCallToTheFirstThatCameTenSecondsLater() {
        AdmissionRate rate = AdmissionRate.of(calls(30, 12), second -> MANY, second -> 0);

        assertEquals(20, rate.called().size());
        rate.called().forEach(each -> assertEquals(12, each, 1e-9));
    }

    @Test
    void isLowWhileThePortalCallsNobody() {
        List<Call> calls = List.of(new Call(0, 10), new Call(5, 60), new Call(20, 70), new Call(21, 80));

        assertEquals(
                List.of(3.0, 10 / 15.0),
                AdmissionRate.of(calls, second -> MANY, second -> 0).called());
    }

    @Test
    void saysNothingOfTenSecondsInWhichTheLineWasEmpty() {
        List<Call> calls = calls(30, 12);

        assertTrue(AdmissionRate.of(calls, second -> 12L * second, second -> 12)
                .called()
                .isEmpty());
        // Nobody is left by the fifteenth second alone: the ten seconds around it do not count.
        AdmissionRate rate = AdmissionRate.of(calls, second -> second == 15 ? 0 : MANY, second -> 12);
        assertEquals(5 + 4, rate.called().size());
    }

    @Test
    void countsTheSilenceOfAPortalThatStopsCalling() {
        List<Call> calls = new ArrayList<>(calls(5, 12));
        AdmissionRate.silentTo(4.9, calls);
        assertEquals(5, calls.size());

        AdmissionRate.silentTo(24, calls);

        assertEquals(
                2.0,
                AdmissionRate.of(calls, second -> MANY, second -> 0).called().get(0));
    }

    @Test
    void countsEntriesOverWholeSecondsOfALine() {
        AdmissionRate rate = AdmissionRate.of(calls(14, 12), second -> MANY, second -> second < 10 ? 12 : 2);

        assertEquals(List.of(12.0, 11.0, 10.0, 9.0), rate.entered());
    }

    /** One each second, from the first on. */
    private static List<Call> calls(int seconds, int perSecond) {
        return IntStream.range(0, seconds)
                .mapToObj(second -> new Call(second, (long) perSecond * second))
                .toList();
    }
}
