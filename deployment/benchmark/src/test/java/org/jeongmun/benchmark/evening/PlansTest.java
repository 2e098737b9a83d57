package org.jeongmun.benchmark.evening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plan")
class PlansTest {
    @Test
    void ofAnEveningOpensAtEight() {
        EveningPlan plan = new EveningPlan(
                10, 5, Duration.ofSeconds(75), Duration.ofSeconds(150), Duration.ofSeconds(60), 40, 1, 10, 20, true);

        assertTrue(plan.campaign()
                .contains("opens: 2021-07-14T20:00:00, closes: 2021-07-14T20:02:30, checkIn: 2021-07-14T19:58:45"));
        assertEquals("2021-07-14T19:58:15+09:00", plan.clock(Duration.ofSeconds(30)));
    }

    @Test
    void ofRoundsHasOneWindowAfterTheOther() {
        RoundsPlan plan =
                new RoundsPlan(List.of(Duration.ofSeconds(40), Duration.ofSeconds(15)), Duration.ofSeconds(3), 50);

        assertTrue(plan.campaign()
                .contains("w00, cohort: age-55-59, opens: 2021-07-14T20:00:00, closes: 2021-07-14T20:00:40"));
        assertTrue(plan.campaign()
                .contains("w01, cohort: age-55-59, opens: 2021-07-14T20:00:43, closes: 2021-07-14T20:00:58"));
        assertEquals("2021-07-14T19:59:52+09:00", plan.clock(Duration.ofSeconds(8)));
    }
}
