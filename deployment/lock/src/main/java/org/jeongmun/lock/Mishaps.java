package org.jeongmun.lock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jeongmun.gate.RouteClass;

/**
 * Writes down what broke behind a lock or in it, at most one a second: a flood of failures must not become a flood of
 * log.
 */
public final class Mishaps {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong nextAt = new AtomicLong(System.nanoTime());
    private final AtomicLong unreported = new AtomicLong();
    private final Logger log;

    /** @param lock in whose name they are written down */
    public Mishaps(Class<?> lock) {
        this.log = System.getLogger(lock.getName());
    }

    /**
     * Writes one down, or only counts it.
     *
     * @param route the class of the request that met it
     */
    public void report(RouteClass route, Throwable mishap) {
        long now = System.nanoTime();
        long next = nextAt.get();
        if (now - next < 0 || !nextAt.compareAndSet(next, now + PAUSE)) {
            unreported.incrementAndGet();
            return;
        }
        String event = "gate.mishap class=" + route + " unreported=" + unreported.getAndSet(0);
        log.log(Level.ERROR, event, mishap);
    }
}
