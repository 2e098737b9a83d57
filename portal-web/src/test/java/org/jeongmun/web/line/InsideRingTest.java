package org.jeongmun.web.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Those who are inside")
class InsideRingTest {
    private static final Instant NOW = Instant.parse("2021-07-14T11:00:00Z");

    private final InsideRing inside = new InsideRing();

    @Test
    void areCountedFromTheFirstOnceTheTimeIsKnown() {
        inside.passOn(NOW);
        inside.enter(NOW.plusSeconds(900));
        inside.enter(NOW.plusSeconds(900));

        assertEquals(2, inside.count());
        assertEquals(2, inside.countAt(NOW.plusSeconds(899)));
    }

    @Test
    void areThereUntilTheirPassEnds() {
        inside.passOn(NOW);
        inside.enter(NOW.plusSeconds(10));
        inside.enter(NOW.plusSeconds(20));

        assertEquals(2, inside.countAt(NOW.plusSeconds(9)));
        assertEquals(1, inside.countAt(NOW.plusSeconds(10)));
        assertEquals(0, inside.countAt(NOW.plusSeconds(3_600)));
    }

    @Test
    void leaveOnceEachAndNotAfterTheirPassHasEnded() {
        inside.passOn(NOW);
        inside.enter(NOW.plusSeconds(10));
        inside.enter(NOW.plusSeconds(20));

        inside.leave(NOW.plusSeconds(20));
        assertEquals(1, inside.countAt(NOW.plusSeconds(10 - 1)));
        assertEquals(0, inside.countAt(NOW.plusSeconds(10)));
        inside.leave(NOW.plusSeconds(10));
        assertEquals(0, inside.countAt(NOW.plusSeconds(20)));
    }

    @Test
    void areAsManyWhoeverSawThemComeAndLeave() {
        InsideRing other = new InsideRing();
        inside.passOn(NOW);
        other.passOn(NOW);
        inside.enter(NOW.plusSeconds(20));
        inside.enter(NOW.plusSeconds(20));
        other.leave(NOW.plusSeconds(20));

        assertEquals(1, inside.count() + other.count());
        assertEquals(0, inside.countAt(NOW.plusSeconds(20)) + other.countAt(NOW.plusSeconds(20)));
    }
}
