package org.jeongmun.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jeongmun.web.load.InsideLimit.Permit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limit on what is inside")
class InsideLimitTest {
    private final InsideLimit limit = new InsideLimit(10, 10);

    private List<Permit> enterAsLongAsItGoes(Errand errand) {
        List<Permit> entered = new ArrayList<>();
        Stream.generate(() -> limit.enter(errand))
                .takeWhile(Optional::isPresent)
                .limit(100)
                .forEach(permit -> entered.add(permit.get()));
        return entered;
    }

    @Test
    void keepsRoomForThoseInsideAndForCareWhileTheDoorIsFull() {
        assertEquals(10, enterAsLongAsItGoes(Errand.ENTER).size());
        assertEquals(2, enterAsLongAsItGoes(Errand.CHOOSE).size());
        assertEquals(1, enterAsLongAsItGoes(Errand.CONFIRM).size());
        assertEquals(1, enterAsLongAsItGoes(Errand.CARE).size());
        assertTrue(limit.enter(Errand.ENTER).isEmpty());
    }

    @Test
    void givesEachPlaceBackOnce() {
        List<Permit> all = enterAsLongAsItGoes(Errand.ENTER);
        all.get(0).close();
        all.get(0).close();
        assertEquals(9, limit.inFlight(Errand.ENTER));
        assertEquals(1, enterAsLongAsItGoes(Errand.ENTER).size());
    }

    @Test
    void givesPlacesBackOnEveryWayOut() {
        for (int i = 0; i < 100; i++) {
            try (Permit permit = limit.enter(Errand.CARE).orElseThrow()) {
                permit.tellsNothing();
                throw new AssertionError("an Error in the middle of a request");
            } catch (AssertionError expected) {
                assertEquals(0, limit.inFlight(Errand.CARE));
            }
        }
    }

    @Test
    void knowsWhatEachPageIsFor() {
        assertEquals(Errand.CARE, Errand.of("/reservation"));
        assertEquals(Errand.CONFIRM, Errand.of("/reserve/confirm"));
        assertEquals(Errand.CHOOSE, Errand.of("/reserve/clinic"));
        assertEquals(Errand.CHOOSE, Errand.of("/reserve/slot"));
        assertEquals(Errand.ENTER, Errand.of("/check-in"));
        assertEquals(Errand.ENTER, Errand.of("/clinics"));
    }
}
