package org.jeongmun.web.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.jeongmun.clock.ClockEstimate;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.lock.reading.Knowledge;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.web.line.KnownLines;
import org.jeongmun.web.state.PortalView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The situation that a notice tells of")
class SituationTest {
    private static final Instant UNTIL = Instant.parse("2021-07-14T12:00:00Z");

    @ParameterizedTest(name = "{0}, known to be between {1} and {2}: promised {3}")
    @CsvSource({
        "MAINTENANCE, 11:59:58, 11:59:59, true",
        "MAINTENANCE, 11:59:59, 12:00:00, false",
        "MAINTENANCE, 12:00:01, 12:00:02, false",
        "OPEN, 11:00:00, 11:00:01, false",
        "UNKNOWN, 11:00:00, 11:00:01, false"
    })
    void promisesNoMomentThatMayBePast(PortalStatus status, String earliest, String latest, boolean promised) {
        TimeBound now = new TimeBound(at(earliest), at(latest));
        assertEquals(promised, situation(status, Optional.of(now)).nextUpdate().isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"MAINTENANCE", "UNKNOWN"})
    void promisesNothingWithoutATime(PortalStatus status) {
        assertEquals(Optional.empty(), situation(status, Optional.empty()).nextUpdate());
    }

    private static Situation situation(PortalStatus status, Optional<TimeBound> time) {
        Knowledge known = new Knowledge(
                ClockEstimate.none(), Optional.empty(), true, Optional.of(UNTIL), Optional.empty(), false);
        return Situation.of(new PortalView(status, time, known), new KnownLines(() -> 0), window -> Optional.empty());
    }

    private static Instant at(String time) {
        return Instant.parse("2021-07-14T" + time + "Z");
    }
}
