package org.jeongmun.pluginhost;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What one plugin may use up: a few threads at once, and after several late calls in a row nothing for a while. A
 * thread that a plugin never gives back stays counted against its lane, so it can lose its own places and nobody
 * else's.
 */
final class Lane {
    /** How many calls of one plugin run at once. */
    static final int PLACES = 16;

    /**
     * How many of those are kept for further pieces of long answers, so that these never stand in the way of short
     * ones.
     */
    static final int PLACES_FOR_PIECES = 4;

    private static final int LATE_IN_A_ROW = 5;
    private static final long REST_NANOS = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanoTime;
    private final Semaphore places = new Semaphore(PLACES);
    private final AtomicInteger lateInARow = new AtomicInteger();
    private final AtomicLong restsUntil;

    /** @param nanoTime counts nanoseconds like {@link System#nanoTime} */
    Lane(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.restsUntil = new AtomicLong(nanoTime.getAsLong());
    }

    /** @return whether the plugin may be asked now; after a rest one caller in each rest's length tries first */
    boolean mayAsk() {
        if (lateInARow.get() < LATE_IN_A_ROW) {
            return true;
        }
        long now = nanoTime.getAsLong();
        long until = restsUntil.get();
        return now - until >= 0 && restsUntil.compareAndSet(until, now + REST_NANOS);
    }

    void cameInTime() {
        lateInARow.set(0);
    }

    void cameLate() {
        restsUntil.set(nanoTime.getAsLong() + REST_NANOS);
        lateInARow.updateAndGet(late -> Math.min(late + 1, LATE_IN_A_ROW));
    }

    /** @return a place, or {@code null} when all are in use; closing it gives it back */
    Place take() {
        return places.tryAcquire() ? places::release : null;
    }

    /** A place in the lane. */
    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
