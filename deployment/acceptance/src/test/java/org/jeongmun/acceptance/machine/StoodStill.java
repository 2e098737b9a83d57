package org.jeongmun.acceptance.machine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/**
 * How long this machine has done nothing for anybody since this was made: what a test allows a portal is time in which
 * the machine works. A thread that rests for a moment again and again tells it by waking up late.
 */
public final class StoodStill implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long REST_NANOS = Duration.ofMillis(10).toNanos();
    /** So late a thread may wake up on a machine that is only busy. */
    private static final long USUAL_NANOS = Duration.ofMillis(100).toNanos();

    private long lostNanos;
    private long awakeAt = System.nanoTime();
    private volatile boolean over;

    /** Begins to watch. */
    public StoodStill() {
        Thread thread = new Thread(this::watch, "stood-still");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for it with patience, and fails where it took more than so much time in which this machine worked. */
    public static void awaitWithin(Duration most, String what, Callable<Boolean> condition) {
        try (StoodStill still = new StoodStill()) {
            long began = System.nanoTime();
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(condition);
            Duration worked = Duration.ofNanos(System.nanoTime() - began).minus(still.soFar());
            assertTrue(worked.compareTo(most) <= 0, () -> what + " took " + worked);
        }
    }

    private void watch() {
        while (!over) {
            LockSupport.parkNanos(REST_NANOS);
            wakeUp();
        }
    }

    private synchronized void wakeUp() {
        lostNanos += lateNow();
        awakeAt = System.nanoTime();
    }

    private long lateNow() {
        long late = System.nanoTime() - awakeAt - REST_NANOS;
        return late > USUAL_NANOS ? late : 0;
    }

    /** @return the sum of all times in which the machine stood still, with one that lasts until now */
    public synchronized Duration soFar() {
        return Duration.ofNanos(lostNanos + lateNow());
    }

    @Override
    public void close() {
        over = true;
    }
}
