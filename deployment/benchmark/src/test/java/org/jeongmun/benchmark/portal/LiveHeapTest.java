package org.jeongmun.benchmark.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.jeongmun.benchmark.portal.LiveHeap.Census;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A census of the heap")
class LiveHeapTest {
    private static final String HISTOGRAM = """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         90000        7000000  [B (java.base@17.0.1)
               2:             2        1000000  [J (java.base@17.0.1)
              10:             3            100  org.example.Twice
              11:             1             50  org.example.Twice
            Total         90006        8000150
            """;

    private final Census census = LiveHeap.read(HISTOGRAM);

    @Test
    void countsTheBytesOfEachClassAndNoLineTwice() {
        assertEquals(Map.of("[B", 7_000_000L, "[J", 1_000_000L, "org.example.Twice", 150L), census.byClass());
        assertEquals(8_000_150, census.bytes());
        assertEquals(150, census.bytesOf("example"));
    }

    @Test
    void namesFirstWhatHasGrownMost() {
        Census before = new Census(Map.of("[B", 6_999_000L, "[J", 2_000_000L));

        assertEquals(
                List.of(Map.entry("[B", 1_000L), Map.entry("org.example.Twice", 150L)), census.grownSince(before, 5));
    }
}
