package org.jeongmun.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ratios of pairs")
class RatiosTest {
    @Test
    void areSummedUpByTheOneInTheMiddle() {
        Ratios ratios = new Ratios();
        assertEquals(0.5, ratios.add(50, 100));
        ratios.add(900, 100);
        ratios.add(60, 100);

        assertEquals(0.6, ratios.median());
        assertEquals("median of 3 rounds, from 0.500 to 9.000", ratios.spread());
    }

    @Test
    void haveAMiddleBetweenTheTwoThatAreThereWhenTheirNumberIsEven() {
        assertEquals(2.5, Ratios.median(List.of(9.0, 1.0, 2.0, 3.0)));
    }

    @Test
    void areRefusedWhenThereIsNothingToMeasureAgainst() {
        assertThrows(IllegalArgumentException.class, () -> new Ratios().add(1, 0));
        assertThrows(IllegalStateException.class, () -> new Ratios().median());
    }
}
