package org.jeongmun.lock.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.route.Routes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Refused attempts")
class RefusedAttemptsTest {
    private final RefusedAttempts attempts = new RefusedAttempts(Routes.list()
            .read(RouteClass.BOOKING, "/reserve/slot")
            .read(RouteClass.NOTICE, "/")
            .done());

    @Test
    void areCountedByTheRoutesOfTheListAndAllOthersAsOne() {
        attempts.countShut("/reserve/slot", RouteClass.BOOKING, ClosedState.NOT_YET_OPEN);
        attempts.countShut("/reserve/slot", RouteClass.BOOKING, ClosedState.NOT_YET_OPEN);
        attempts.countShut("/reserve/slot", RouteClass.NONE, ClosedState.CLOSED);
        attempts.countShut("/whatever", RouteClass.NONE, ClosedState.CLOSED);
        attempts.countShut(null, RouteClass.NONE, ClosedState.UNKNOWN);
        attempts.countNoSuchDoor();

        assertEquals(
                Map.of(
                        new Attempt(RouteClass.BOOKING, "NOT_YET_OPEN", "/reserve/slot"), 2L,
                        new Attempt(RouteClass.NONE, "CLOSED", "other"), 2L,
                        new Attempt(RouteClass.NONE, "UNKNOWN", "other"), 1L,
                        new Attempt(RouteClass.NONE, "OPEN", "other"), 1L),
                attempts.counted());
    }

    @Test
    void areOfNoMoreKindsHoweverManyPathsAreTried() {
        int kinds = attempts.kinds().size();
        for (int i = 0; i < 1_000; i++) {
            attempts.countShut("/x" + i, RouteClass.NONE, ClosedState.CLOSED);
        }
        assertEquals(3 * ClosedState.values().length + 1, kinds);
        assertEquals(kinds, attempts.kinds().size());
        assertTrue(attempts.kinds().containsAll(attempts.counted().keySet()));
    }

    @Test
    void areReadBackFromTheirKey() {
        attempts.kinds().forEach(kind -> assertEquals(kind, Attempt.of(kind.key())));
    }

    @ParameterizedTest(name = "{index}: {0}")
    @ValueSource(strings = {"", "BOOKING", "BOOKING CLOSED", "BOOKING CLOSED / x", "DANCE CLOSED /"})
    void areReadFromNothingElse(String key) {
        assertThrows(IllegalArgumentException.class, () -> Attempt.of(key));
    }
}
