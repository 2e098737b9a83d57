package org.jeongmun.benchmark.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Losses")
class LossesTest {
    private final Losses losses = new Losses();

    @Test
    void areToldByReason() throws IOException {
        losses.add(1_000, Map.of());
        assertEquals("Lost in measured rounds: none of 1,000.", losses.words());

        losses.add(997, Map.of("no answer", 1L, "503", 2L));
        losses.requireFew();

        assertEquals(3, losses.count());
        assertEquals(
                "Lost in measured rounds: **3 of 2,000**, none of them counted as done: {503=2, no answer=1}.",
                losses.words());
    }

    @Test
    void areTooManyWhenMoreThanOneInAHundred() throws IOException {
        losses.add(99, Map.of("no answer", 1L));
        losses.requireFew();

        losses.add(0, Map.of("no answer", 1L));
        assertThrows(IOException.class, losses::requireFew);
    }
}
