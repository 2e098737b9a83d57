package org.jeongmun.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The policy of admission")
class AdmissionPolicyTest {
    static final int TICKS_IN_TEN_SECONDS = 100;
    static final int HUGE = 10_000_000;

    @ParameterizedTest(name = "{0} per second")
    @ValueSource(ints = {10, 50, 200, 556, 2_000})
    void callsAtItsRateWithinAHundredthOverEachTenSeconds(int perSecond) {
        SimulatedLine line = new SimulatedLine(perSecond, HUGE, HUGE);
        line.run(Duration.ofSeconds(60));

        assertHolds(line.servingByTick, 0, perSecond, 0.01);
    }

    @ParameterizedTest(name = "of {1} who never come, at {0} per second")
    @CsvSource({"200, 0, 0.01", "200, 0.1, 0.02", "200, 0.3, 0.01", "556, 0.3, 0.01", "556, 0.45, 0.01"})
    void makesUpForThoseWhoDoNotCome(int perSecond, double noShows, double within) {
        SimulatedLine line = new SimulatedLine(perSecond, HUGE, HUGE);
        line.noShows = noShows;
        line.run(Duration.ofSeconds(180));

        // Who comes takes up to six seconds, and who does not is known after fifteen.
        assertHolds(line.enteredByTick, 450, perSecond, within);
    }

    @Test
    void neverCallsMoreThanTwiceTheRateHoweverManyStayAway() {
        SimulatedLine line = new SimulatedLine(100, HUGE, HUGE);
        line.noShows = 0.75;
        line.run(Duration.ofSeconds(60));

        assertTrue(line.nowServing <= 100 * 15 + 200 * 45 + 20, "called " + line.nowServing);
        assertTrue(line.nowServing >= 100 * 15 + 190 * 44, "called " + line.nowServing);
    }

    @ParameterizedTest(name = "{0} of whom stay away")
    @ValueSource(doubles = {1, 0.97})
    void keepsToItsRateWhenHardlyAnybodyComes(double noShows) {
        SimulatedLine line = new SimulatedLine(200, HUGE, HUGE);
        line.noShows = noShows;
        line.run(Duration.ofSeconds(60));

        assertHolds(line.servingByTick, 0, 200, 0.01);
    }

    @Test
    void neverLetsMoreInThanFit() {
        SimulatedLine line = new SimulatedLine(200, 500, HUGE);
        line.run(Duration.ofSeconds(30));

        assertEquals(500, line.inside);
        assertTrue(line.nowServing <= 550, "called " + line.nowServing);
        SimulatedLine moving = new SimulatedLine(200, 500, HUGE);
        moving.staysForGood = false;
        moving.run(Duration.ofSeconds(120));
        assertTrue(moving.inside <= 500, "inside " + moving.inside);
        assertTrue(moving.entered > 500 * 3, "came in " + moving.entered);
    }

    @Test
    void letsWhoeverComesToAnEmptyLineInAtOnce() {
        SimulatedLine line = new SimulatedLine(200, HUGE, 0);
        line.run(Duration.ofMillis(100));
        assertEquals(200, line.nowServing);

        line.joinPerTick = 5;
        line.run(Duration.ofSeconds(20));
        assertTrue(line.nowServing >= line.issued, "issued %d, called %d".formatted(line.issued, line.nowServing));
    }

    @Test
    void doesNotCallTwiceWhatACrowdAtAnEmptyLineTook() {
        SimulatedLine line = new SimulatedLine(200, HUGE, 0);
        line.run(Duration.ofSeconds(30));
        line.joinPerTick = 500;
        line.run(Duration.ofSeconds(30));

        assertHoldsAtMost(line.servingByTick, 200, 0.01);
    }

    @Test
    void standsWhileItIsStoppedAndMakesUpForNothingAfterwards() {
        SimulatedLine line = new SimulatedLine(200, HUGE, HUGE);
        line.run(Duration.ofSeconds(10));
        long before = line.nowServing;
        line.stopped = true;
        line.run(Duration.ofSeconds(30));
        assertEquals(before, line.nowServing);

        line.stopped = false;
        line.run(Duration.ofSeconds(10));
        assertEquals(2_000, line.nowServing - before, 20);
    }

    @Test
    void slowsDownWhileRequestsFailAndSpeedsUpAgain() {
        SimulatedLine line = new SimulatedLine(200, HUGE, HUGE);
        line.run(Duration.ofSeconds(5));
        line.health = new Health(0.02, 0);
        line.run(Duration.ofSeconds(3));
        assertTrue(line.rate < 200 * 0.36, "rate " + line.rate);

        line.run(Duration.ofSeconds(20));
        assertEquals(20, line.rate, 0.001);

        line.health = Health.GOOD;
        line.run(Duration.ofSeconds(19));
        assertEquals(200, line.rate, 0.001);
    }

    @ParameterizedTest(name = "{0} failed, {1} slow")
    @CsvSource({"0.011, 0, false", "0.01, 0.05, true", "0, 0.051, false"})
    void takesNoNoticeOfASingleFailure(double failed, double slow, boolean good) {
        assertEquals(good, new Health(failed, slow).isGood());
    }

    @Test
    void goesOnAtItsRateAfterAControllerHasDied() {
        SimulatedLine line = new SimulatedLine(200, HUGE, HUGE);
        line.run(Duration.ofSeconds(20));
        Instant lastTick = line.now();
        line.runWithoutController(Duration.ofMillis(2_500));
        line.takeOver(lastTick);
        line.run(Duration.ofSeconds(20));

        assertEquals(200 * 42.5, line.nowServing, 200 * 42.5 * 0.01);
    }

    @Test
    void sharesTheRateAmongLinesByWhoWaits() {
        WindowId older = new WindowId("w0714");
        WindowId younger = new WindowId("w0719");
        WaitingRoom room = new WaitingRoom(WaitingRoom.Order.ARRIVAL, 100, HUGE, 15);
        AdmissionMemory memory = AdmissionMemory.begin(SimulatedLine.OPENS_AT, 1);
        long first = 0;
        long second = 0;
        long at = 0;
        while (at < 60_000) {
            at += SimulatedLine.TICK_MILLIS;
            AdmissionDecision decision = AdmissionPolicy.decide(
                    memory,
                    new AdmissionMoment(
                            SimulatedLine.OPENS_AT.plusMillis(at),
                            List.of(
                                    new OpenLine(older, SimulatedLine.OPENS_AT, 9_000, first, 0),
                                    new OpenLine(younger, SimulatedLine.OPENS_AT, 3_000, second, 0)),
                            room,
                            0,
                            Math.max(0, first + second - 10),
                            false,
                            Health.GOOD));
            memory = decision.memory();
            first = decision.calls().get(older).nowServing();
            second = decision.calls().get(younger).nowServing();
        }

        assertEquals(6_000, first + second, 60);
        assertEquals(4_500, first, 45);
        assertEquals(1_500, second, 15);
    }

    @Test
    void callsNobodyBeforeTheOpeningAndInNoLineAtAll() {
        AdmissionDecision decision = AdmissionPolicy.decide(
                AdmissionMemory.begin(SimulatedLine.OPENS_AT, 1),
                new AdmissionMoment(
                        SimulatedLine.OPENS_AT.plusSeconds(1),
                        List.of(),
                        new WaitingRoom(WaitingRoom.Order.DRAW, 200, 100, 15),
                        0,
                        0,
                        false,
                        Health.GOOD));

        assertTrue(decision.calls().isEmpty());
    }

    /** From {@code from} on, each stretch of ten seconds has as many as the rate allows. */
    static void assertHolds(List<Long> byTick, int from, int perSecond, double within) {
        for (int tick = from; tick + TICKS_IN_TEN_SECONDS < byTick.size(); tick++) {
            long many = byTick.get(tick + TICKS_IN_TEN_SECONDS) - byTick.get(tick);
            int since = tick;
            assertEquals(10.0 * perSecond, many, 10.0 * perSecond * within, () -> "from tick " + since);
        }
    }

    static void assertHoldsAtMost(List<Long> byTick, int perSecond, double within) {
        for (int tick = 0; tick + TICKS_IN_TEN_SECONDS < byTick.size(); tick++) {
            long many = byTick.get(tick + TICKS_IN_TEN_SECONDS) - byTick.get(tick);
            assertTrue(many <= 10.0 * perSecond * (1 + within), "%d from tick %d".formatted(many, tick));
        }
    }
}
