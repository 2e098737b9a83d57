package org.jeongmun.acceptance.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jeongmun.acceptance.simulation.WaitingCrowd.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A simulated crowd")
class WaitingCrowdTest {
    private static final WaitingCrowd CROWD = new WaitingCrowd(20_000, 4, 20);

    private final Outcome outcome = CROWD.live();

    @Test
    void isTheSameEachTime() {
        assertArrayEquals(outcome.polls(), CROWD.live().polls());
    }

    @Test
    void comesWithEveryDeviceAndGoesWhenItsPlaceIsCalled() {
        assertEquals(80_000, outcome.allArrivals());
        assertEquals(20_000, outcome.waits().length);
        assertTrue(outcome.waits()[outcome.waits().length - 1] <= 1_000, "20,000 people at 20 a second");
        assertTrue(outcome.end() >= WaitingCrowd.OPENING + 1_000 - 60);
    }

    @Test
    void asksSeldomAndKnowsSoon() {
        assertTrue(
                outcome.mostPolls() < 80_000 / 5, () -> outcome.mostPolls() + " a second; each five would be 16,000");
        assertTrue(outcome.allPolls() < 80_000L * 20, () -> outcome.allPolls() + " in all");
        assertTrue(Outcome.share(outcome.late(), 0.99) <= 6, () -> "late " + Outcome.share(outcome.late(), 0.99));
    }

    @Test
    void isDrawnWithItsNumbers() {
        CrowdPlot plot = new CrowdPlot(CROWD, outcome);
        assertTrue(plot.svg().startsWith("<svg ") && plot.svg().contains("20,000 people, 4 devices each"));
    }
}
