package org.jeongmun.acceptance.timegames;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A thread that wakes every few milliseconds, and how late it was at worst: so long this machine stood still. */
final class Pulse implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(5);
    private static final Duration STILL = Duration.ofMillis(400);

    private final Thread thread = new Thread(this::beat, "pulse");
    private volatile boolean ended;
    private volatile long longest;

    /** Begins. */
    Pulse() {
        thread.setDaemon(true);
        thread.start();
    }

    private void beat() {
        long last = System.nanoTime();
        while (!ended) {
            LockSupport.parkNanos(BEAT.toNanos());
            long now = System.nanoTime();
            longest = Math.max(longest, now - last);
            last = now;
        }
    }

    /** @return whether it stood still for so long that nobody could be served in time */
    boolean stoodStill() {
        return longest > STILL.toNanos();
    }

    @Override
    public void close() {
        ended = true;
    }
}
