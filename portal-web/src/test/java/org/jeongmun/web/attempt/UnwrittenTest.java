package org.jeongmun.web.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.attempt.Attempt;
import org.jeongmun.web.attempt.Unwritten.Batch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Counts that are not written yet")
class UnwrittenTest {
    private static final Attempt KIND = new Attempt(RouteClass.NONE, "CLOSED", Attempt.OTHER);

    private final Unwritten unwritten = new Unwritten();

    @Test
    void keepTheirMoment() {
        unwritten.add(7, Map.of(KIND, 2L));
        unwritten.add(8, Map.of());
        unwritten.add(9, Map.of(KIND, 3L));

        assertEquals(List.of(new Batch(7, Map.of(KIND, 2L)), new Batch(9, Map.of(KIND, 3L))), unwritten.batches());
    }

    @Test
    void areBoundedAndLoseNoneHoweverLongTheDatabaseIsSilent() {
        for (int i = 0; i < 100_000; i++) {
            unwritten.add(i, Map.of(KIND, 1L));
            assertTrue(unwritten.batches().size() <= Unwritten.MOST);
        }

        assertEquals(
                100_000,
                unwritten.batches().stream()
                        .mapToLong(batch -> batch.counts().get(KIND))
                        .sum());
    }

    @Test
    void areGoneOnceTheyAreWritten() {
        unwritten.add(7, Map.of(KIND, 2L));
        unwritten.areWritten();

        assertEquals(List.of(), unwritten.batches());
    }
}
