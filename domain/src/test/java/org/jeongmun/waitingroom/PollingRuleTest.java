package org.jeongmun.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The rule by which a waiting page asks")
class PollingRuleTest {
    @ParameterizedTest(name = "{0} s to wait, by chance {1}: in {2} s")
    @CsvSource({"0, 0.5, 5", "20, 0.5, 5", "40, 0.5, 10", "40, 0, 8", "40, 1, 12", "2400, 0.5, 600", "1e9, 1, 720"})
    void isAQuarterOfTheWait(double wait, double chance, double seconds) {
        assertEquals(seconds, PollingRule.whileWaiting(wait, chance), 1e-9);
    }

    @ParameterizedTest(name = "{0} s before, {1} tickets, by chance {2}: in {3} s")
    @CsvSource({
        "1000, 4000, 0.5, 250",
        "241, 4000, 0.5, 60.25",
        "240, 0, 0, 240.4",
        "240, 0, 1, 242.4",
        "100, 15000, 1, 103.4",
        "100, 15000, 0.5, 101.9",
        "0.5, 1850000, 1, 120.9",
        "-3, 0, 0, 0.4"
    })
    void asksOnlyAfterTheOpeningInTheLastMinutesAndTheLaterTheLargerTheDraw(
            double until, long tickets, double chance, double seconds) {
        assertEquals(seconds, PollingRule.beforeOpening(until, -1, tickets, chance), 1e-9);
    }

    @ParameterizedTest(name = "{0} s before, {1} s to wait after it, by chance {2}: in {3} s")
    @CsvSource({"100, 0, 1, 100.4", "100, 40, 1, 110.4", "100, 40, 0.5, 105.4", "100, 9000, 1, 700.4"})
    void asksWithinAQuarterOfTheWaitWherePlacesAreKnown(double until, double wait, double chance, double seconds) {
        assertEquals(seconds, PollingRule.beforeOpening(until, wait, 0, chance), 1e-9);
    }
}
