package org.jeongmun.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A goal")
class GoalTest {
    @ParameterizedTest(name = "{0} at {1}: floor met {2}, aim met {3}")
    @CsvSource({
        "JOURNEYS, 99.9, false, false",
        "JOURNEYS, 100, true, false",
        "JOURNEYS, 556, true, true",
        "OPENING, 100.1, false, false",
        "OPENING, 100, true, false",
        "OPENING, 40, true, true",
        "BOOKS, 0, true, true",
        "BOOKS, 1, false, false"
    })
    void isMetFromItsBoundOnInTheDirectionOfItsAim(Goal goal, double figure, boolean floor, boolean aim) {
        assertEquals(floor, goal.isFloorMetBy(figure));
        assertEquals(aim, goal.isAimMetBy(figure));
    }

    @Test
    void saysOnOneLineWhatWasMeasuredAndWhatNot() {
        assertEquals(
                "Goal 2, requests a second, of nginx with the same bytes sent by the kernel (64 connections): **0.50**;"
                        + " floor 0.45 met, aim 0.90 **not met**.",
                new Goal.Measured(Goal.CONSTANT_ANSWER, "64 connections", 0.5).line());
    }
}
