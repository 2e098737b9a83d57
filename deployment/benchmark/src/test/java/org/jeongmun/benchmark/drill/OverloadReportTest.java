package org.jeongmun.benchmark.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ratio of ten times to one times")
class OverloadReportTest {
    @Test
    void isTakenPairByPair() {
        assertEquals(
                List.of(0.5, 2.0, 1.0), OverloadReport.ratios(List.of(40.0, 10.0, 30.0), List.of(20.0, 20.0, 30.0)));
    }

    @Test
    void isNothingWhereNothingWasBooked() {
        assertEquals(List.of(0.0), OverloadReport.ratios(List.of(0.0), List.of(20.0)));
    }
}
