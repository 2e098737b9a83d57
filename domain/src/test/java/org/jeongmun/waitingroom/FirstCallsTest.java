package org.jeongmun.waitingroom;

import static org.jeongmun.waitingroom.AdmissionPolicyTest.HUGE;
import static org.jeongmun.waitingroom.AdmissionPolicyTest.TICKS_IN_TEN_SECONDS;
import static org.jeongmun.waitingroom.AdmissionPolicyTest.assertHolds;
import static org.jeongmun.waitingroom.AdmissionPolicyTest.assertHoldsAtMost;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.AdmissionMoment.Health;
import org.jeongmun.waitingroom.AdmissionMoment.OpenLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The first calls of a draw")
class FirstCallsTest {
    @ParameterizedTest(name = "{0} per second, {1} drawn")
    @CsvSource({"50, 4000", "200, 60000", "200, 600000", "556, 925000"})
    void fillsTheFirstSecondsOfADrawAlthoughEachLooksWhenChanceHasIt(int perSecond, long drawn) {
        SimulatedLine line = new SimulatedLine(perSecond, HUGE, drawn);
        line.drawn = drawn;
        line.run(Duration.ofSeconds(80));

        // Nobody looks in the first four tenths, and who comes by chance leaves the door idle now and then.
        assertEquals(10.0 * perSecond, line.enteredByTick.get(TICKS_IN_TEN_SECONDS), 10.0 * perSecond * 0.08);
        assertHolds(line.enteredByTick, TICKS_IN_TEN_SECONDS, perSecond, 0.05);
        assertHoldsAtMost(line.enteredByTick, perSecond, 0.02);
        assertEquals(
                80.4 * perSecond, line.nowServing, 2.0 * perSecond, "after the first looks nobody is called early");
    }

    @Test
    void callsNoMoreAtTheOpeningOfADrawThanFit() {
        SimulatedLine line = new SimulatedLine(200, 100, 60_000);
        line.drawn = 60_000;
        line.run(Duration.ofSeconds(30));
        assertEquals(100, line.nowServing);
    }

    @Test
    void sharesTheFirstCallsOfTwoDrawsAndCallsNoneInAnOlderLine() {
        WindowId older = new WindowId("w0714");
        WindowId younger = new WindowId("w0719");
        Instant opens = SimulatedLine.OPENS_AT;
        AdmissionMoment moment = new AdmissionMoment(
                opens.plusMillis(100),
                List.of(
                        new OpenLine(older, opens.minusSeconds(60), 9_500, 500, 9_500),
                        new OpenLine(younger, opens, 3_000, 0, 3_000)),
                new WaitingRoom(WaitingRoom.Order.DRAW, 100, HUGE, 15),
                0,
                0,
                false,
                Health.GOOD);
        AdmissionDecision decision = AdmissionPolicy.decide(AdmissionMemory.begin(opens.minusMillis(100), 1), moment);

        // Twenty are called in two tenths of a second; of the younger line's quarter of the rate, 2.6 seconds' worth
        // besides.
        assertEquals(515, decision.calls().get(older).nowServing(), 1);
        assertEquals(5 + 65, decision.calls().get(younger).nowServing(), 1);
    }
}
