package org.jeongmun.benchmark.evening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jeongmun.benchmark.evening.Timeline.Event;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A timeline")
class TimelineTest {
    private static final long SECOND = 1_000_000_000;
    private static final long OPENS = -77 * SECOND;

    private final Timeline timeline = new Timeline(OPENS, 10, 10);

    @Test
    void countsBySecondsFromTheOpening() {
        timeline.count(Event.BOOKED, OPENS - 1);
        timeline.count(Event.BOOKED, OPENS);
        timeline.count(Event.BOOKED, OPENS + SECOND - 1);

        assertEquals(1, timeline.in(Event.BOOKED, -1));
        assertEquals(2, timeline.in(Event.BOOKED, 0));
        assertEquals(3, timeline.sum(Event.BOOKED, -10, 10));
        assertEquals(2, timeline.sum(Event.BOOKED, 0, 1));
    }

    @Test
    void losesNothingThatIsOutOfReach() {
        timeline.count(Event.ANSWERED, OPENS - 100 * SECOND);
        timeline.count(Event.ANSWERED, OPENS + 100 * SECOND);

        assertEquals(1, timeline.in(Event.ANSWERED, -10));
        assertEquals(1, timeline.in(Event.ANSWERED, 9));
        assertEquals(2, timeline.total(Event.ANSWERED));
    }

    @Test
    void knowsWhoWaitsAndWhoIsInside() {
        for (int person = 0; person < 4; person++) {
            timeline.count(Event.JOINED, OPENS - SECOND);
        }
        timeline.count(Event.ENTERED, OPENS);
        timeline.count(Event.ENTERED, OPENS);
        timeline.count(Event.LEFT_THE_LINE, OPENS);
        timeline.count(Event.BOOKED, OPENS + SECOND);
        timeline.count(Event.LEFT_INSIDE, OPENS + 2 * SECOND);
        timeline.count(Event.ENTERED, OPENS + 3 * SECOND);
        timeline.count(Event.SENT_BACK, OPENS + 4 * SECOND);

        assertEquals(4, timeline.waiting(-1));
        assertEquals(1, timeline.waiting(0));
        assertEquals(2, timeline.inside(0));
        assertEquals(1, timeline.inside(1));
        assertEquals(0, timeline.inside(2));
        assertEquals(0, timeline.waiting(3));
        assertEquals(1, timeline.inside(3));
        assertEquals(1, timeline.waiting(4));
        assertEquals(0, timeline.inside(4));
    }
}
