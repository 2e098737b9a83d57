package org.jeongmun.web.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests are worked on at once. Two cores do no more by doing hundreds of things at the same time: each then
 * takes so long that the limits behind, of rules and of the database, take it for broken. The others wait in order, for a
 * moment. Thread-safe.
 */
final class Hands {
    private static final long PATIENCE_SECONDS = 20;

    private final Semaphore free;

    /** @param hands how many there are */
    Hands(int hands) {
        free = new Semaphore(hands, true);
    }

    /** @return whether there was a hand within a moment; to be {@linkplain #giveBack given back} then, once */
    boolean take() {
        try {
            return free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack() {
        free.release();
    }
}
