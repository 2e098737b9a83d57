package org.jeongmun.pluginhost;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets only some callers ask at once, never more than a {@link Lane} has places for. The others wait a moment for their
 * turn: hundreds who come at once are no overload for a question that takes microseconds, and nobody is to be told that
 * it cannot be answered.
 */
final class Turns {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore turns;

    /** @param atOnce how many ask at once */
    Turns(int atOnce) {
        turns = new Semaphore(atOnce, true);
    }

    /** @return what {@code question} gives, or {@code otherwise} where the turn did not come in time */
    <T> T ask(Supplier<T> question, Supplier<T> otherwise) {
        if (!comes()) {
            return otherwise.get();
        }
        try {
            return question.get();
        } finally {
            turns.release();
        }
    }

    private boolean comes() {
        try {
            return turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
