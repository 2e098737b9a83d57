package org.jeongmun.waitingroom;

import static org.jeongmun.waitingroom.AdmissionPolicyTest.HUGE;
import static org.jeongmun.waitingroom.AdmissionPolicyTest.TICKS_IN_TEN_SECONDS;
import static org.jeongmun.waitingroom.AdmissionPolicyTest.assertHolds;
import static org.jeongmun.waitingroom.AdmissionPolicyTest.assertHoldsAtMost;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The first calls of a draw")
class FirstCallsTest {
    @ParameterizedTest(name = "{0} per second, {1} drawn")
    @CsvSource({"50, 4000", "200, 60000", "200, 600000", "556, 925000"})
    void fillTheFirstSecondsAlthoughEachLooksWhenChanceHasIt(int perSecond, long drawn) {
        SimulatedLine line = drawn(perSecond, drawn);
        line.run(Duration.ofSeconds(75));

        // A tenth of a second after the opening, and as much ahead as people look late.
        assertEquals(1.3 * perSecond, line.servingByTick.get(0), 1);
        // Who comes by chance leaves the door idle now and then.
        assertEquals(10.0 * perSecond, line.enteredByTick.get(TICKS_IN_TEN_SECONDS), 10.0 * perSecond * 0.08);
        assertHolds(line.enteredByTick, TICKS_IN_TEN_SECONDS, perSecond, 0.05);
        assertHoldsAtMost(line.enteredByTick, perSecond, 0.02);
        assertHolds(line.servingByTick, 0, perSecond, 0.01);
    }

    @ParameterizedTest(name = "{0} per second, {1} drawn, of whom {2} stay away")
    @CsvSource({"200, 600000, 0.1", "556, 925000, 0.1", "556, 1850000, 0.3"})
    void callNobodyMoreBecauseSomeHaveNotLookedYet(int perSecond, long drawn, double noShows) {
        SimulatedLine line = drawn(perSecond, drawn);
        line.noShows = noShows;
        line.run(Duration.ofSeconds(240));

        long spread = Math.round(PollingRule.spreadOf(drawn));
        double least = perSecond * (spread + (240 - spread) / (1 - noShows));
        assertEquals(least, line.nowServing, least * 0.05);
        int settled = (int) (spread + 30) * TICKS_IN_TEN_SECONDS / 10;
        assertHolds(line.enteredByTick, settled, perSecond, 0.03);
    }

    @Test
    void callNobodyMoreWhereFewFitInsideAndMostHaveNotLooked() {
        SimulatedLine line = drawn(556, 1_850_000);
        line.room = new WaitingRoom(WaitingRoom.Order.DRAW, 556, 40_000, 15);
        line.staysForGood = false;
        line.run(Duration.ofSeconds(120));

        assertEquals(121.2 * 556, line.nowServing, 120 * 556 * 0.02);
    }

    private static SimulatedLine drawn(int perSecond, long drawn) {
        SimulatedLine line = new SimulatedLine(perSecond, HUGE, drawn);
        line.drawn = drawn;
        return line;
    }
}
