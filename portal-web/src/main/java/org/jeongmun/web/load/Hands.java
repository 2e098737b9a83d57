package org.jeongmun.web.load;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests are worked on at once. Two cores do no more by doing hundreds of things at the same time: each then
 * takes so long that the limits behind, of rules and of the database, take it for broken. The others wait in order,
 * twenty seconds at the most. Thread-safe.
 */
public final class Hands {
    private static final long PATIENCE_SECONDS = 20;

    /** Who comes back has waited already. */
    private static final long PATIENCE_OF_WHO_COMES_BACK = 1;

    private static final ThreadLocal<Hand> AT_WORK = new ThreadLocal<>();

    private final Semaphore free;

    /** What works on one request, in its thread, until it is closed. */
    final class Hand implements AutoCloseable {
        private boolean rests;

        private Hand() {
            AT_WORK.set(this);
        }

        private void rest() {
            if (!rests) {
                rests = true;
                free.release();
            }
        }

        private boolean goOn() {
            rests = rests && !isFreeWithin(PATIENCE_OF_WHO_COMES_BACK);
            return !rests;
        }

        @Override
        public void close() {
            AT_WORK.remove();
            rest();
        }
    }

    /** @param hands how many there are */
    Hands(int hands) {
        free = new Semaphore(hands, true);
    }

    /** @return a hand for the request of this thread; empty when none became free in time */
    Optional<Hand> take() {
        return isFreeWithin(PATIENCE_SECONDS) ? Optional.of(new Hand()) : Optional.empty();
    }

    private boolean isFreeWithin(long seconds) {
        try {
            return free.tryAcquire(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Lets another request have the hand that works on this thread's, if one does: for whoever now waits until
     * something is done for many at once. If what is left then is little, it is done without a hand.
     */
    public static void layDown() {
        Optional.ofNullable(AT_WORK.get()).ifPresent(Hand::rest);
    }

    /**
     * Waits a moment for a hand again, where there is more left to do.
     *
     * @return whether there is one, or none is needed in this thread; what asks the database is not done without
     */
    public static boolean takeUp() {
        return Optional.ofNullable(AT_WORK.get()).map(Hand::goOn).orElse(true);
    }
}
