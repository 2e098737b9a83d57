package org.jeongmun.web.gate;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jeongmun.gate.RouteClass;

/** Writes down what broke behind the gate, at most one a second: a flood of failures must not become a flood of log. */
final class Mishaps {
    private static final Logger LOG = System.getLogger(GateFilter.class.getName());
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong nextAt = new AtomicLong(System.nanoTime());
    private final AtomicLong unreported = new AtomicLong();

    void report(RouteClass route, Throwable mishap) {
        long now = System.nanoTime();
        long next = nextAt.get();
        if (now - next < 0 || !nextAt.compareAndSet(next, now + PAUSE)) {
            unreported.incrementAndGet();
            return;
        }
        String event = "gate.mishap class=%s unreported=%d".formatted(route, unreported.getAndSet(0));
        LOG.log(Level.ERROR, event, mishap);
    }
}
