package org.jeongmun.web.line;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a node has heard of the lines")
class KnownLinesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final KnownLines lines = new KnownLines(nanos::get);

    @Test
    void isNothingBeforeTheFirstAnswer() {
        assertTrue(lines.isSilent());
        assertTrue(lines.isFrozen());
    }

    @Test
    void saysForTwoSecondsThatTheDatabaseTakesWhatANodeSaysWhereThereAreNoLinesToo() {
        lines.learn(List.of(), false, nanos.get());

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertFalse(lines.isSilent());
        nanos.incrementAndGet();
        assertTrue(lines.isSilent());
        assertFalse(lines.isFrozen(), "where there is no line, none can stand");
    }
}
