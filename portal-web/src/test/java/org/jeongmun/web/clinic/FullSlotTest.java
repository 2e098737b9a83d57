package org.jeongmun.web.clinic;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A slot that is seen to be full")
class FullSlotTest {
    private static final long SLOT = 7;
    private static final Sharing ANYBODYS = new Sharing(0, true, Set.of());

    private final SlotTable slots = slots();
    /* The monotonic clock begins anywhere, and may be about to turn over in tenths of a second. */
    private long nanos = 100_000_000L * Integer.MAX_VALUE - 1;

    @BeforeEach
    void begin() {
        slots.lookAt(nanos);
        lookAfter(60_000);
    }

    /** The form of whoever has just taken the last place may come a second time, and is to find that place theirs. */
    @Test
    void isNotCalledSoAtOnce() {
        slots.setFree(SLOT, 0);

        assertFalse(isFull());
        lookAfter(2_900);
        assertFalse(isFull());
        lookAfter(100);
        assertTrue(isFull());
    }

    @Test
    void isCalledSoAnewAfterItHadAPlace() {
        slots.setFree(SLOT, 0);
        lookAfter(10_000);
        slots.setFree(SLOT, 0);
        assertTrue(isFull(), "that is no news");

        slots.setFree(SLOT, 1);
        assertFalse(isFull());
        lookAfter(10_000);
        slots.setFree(SLOT, 0);
        assertFalse(isFull());
        lookAfter(3_000);
        assertTrue(isFull());
    }

    private void lookAfter(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
        slots.lookAt(nanos);
    }

    private boolean isFull() {
        return slots.isFull(SLOT, ANYBODYS, nanos);
    }

    private static SlotTable slots() {
        SlotTableBuilder rows = new SlotTableBuilder(1);
        rows.add(0, SLOT, 1, 1, "Moderna", 1);
        return rows.build();
    }
}
