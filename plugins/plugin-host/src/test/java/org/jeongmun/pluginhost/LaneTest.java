package org.jeongmun.pluginhost;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lane of a plugin")
class LaneTest {
    private long nanoTime = Long.MAX_VALUE - 1; // System.nanoTime may overflow
    private final Lane lane = new Lane(() -> nanoTime);

    @Test
    void hasSoManyPlacesAndTakesThemBack() {
        List<Lane.Place> places = new ArrayList<>();
        for (int i = 0; i < Lane.PLACES; i++) {
            places.add(lane.take());
        }
        assertTrue(places.stream().noneMatch(place -> place == null));
        assertNull(lane.take());
        places.get(3).close();
        assertNotNull(lane.take());
        assertNull(lane.take());
    }

    @Test
    void restsAfterFiveLateCallsInARow() {
        late(4);
        assertTrue(lane.mayAsk());
        late(1);
        assertFalse(lane.mayAsk());
    }

    @Test
    void forgetsLateCallsAfterOneInTime() {
        late(4);
        lane.cameInTime();
        late(4);
        assertTrue(lane.mayAsk());
    }

    @Test
    void letsOneCallTryAfterARest() {
        late(5);
        pass(Duration.ofSeconds(5).minusNanos(1));
        assertFalse(lane.mayAsk());
        pass(Duration.ofNanos(1));
        assertTrue(lane.mayAsk());
        assertFalse(lane.mayAsk());
        lane.cameInTime();
        assertTrue(lane.mayAsk());
        assertTrue(lane.mayAsk());
    }

    @Test
    void restsAgainWhenTheTryIsLate() {
        late(5);
        pass(Duration.ofSeconds(5));
        assertTrue(lane.mayAsk());
        late(1);
        pass(Duration.ofSeconds(4));
        assertFalse(lane.mayAsk());
    }

    private void late(int calls) {
        for (int i = 0; i < calls; i++) {
            lane.cameLate();
        }
    }

    private void pass(Duration time) {
        nanoTime += time.toNanos();
    }
}
