package org.jeongmun.web.line;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jeongmun.waitingroom.AdmissionMoment.Health;

/** How requests inside have fared on this node in the last seconds. Safe for many threads. */
public final class InsideLoad {
    private static final int SECONDS = 5;
    private static final int FEWEST = 20;
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final LongSupplier nanoTime;
    private final long[] second = new long[SECONDS];
    private final int[] all = new int[SECONDS];
    private final int[] failed = new int[SECONDS];
    private final int[] slow = new int[SECONDS];

    /** @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests */
    public InsideLoad(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes one request that was answered. */
    public synchronized void add(Duration took, boolean hasFailed) {
        long now = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong());
        int slot = (int) Math.floorMod(now, (long) SECONDS);
        if (second[slot] != now) {
            second[slot] = now;
            all[slot] = 0;
            failed[slot] = 0;
            slow[slot] = 0;
        }
        all[slot]++;
        failed[slot] += hasFailed ? 1 : 0;
        slow[slot] += took.compareTo(SLOW) > 0 ? 1 : 0;
    }

    /** @return good while there were too few to tell */
    public synchronized Health health() {
        long now = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong());
        int requests = 0;
        int errors = 0;
        int late = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (now - second[slot] < SECONDS) {
                requests += all[slot];
                errors += failed[slot];
                late += slow[slot];
            }
        }
        return requests < FEWEST ? Health.GOOD : new Health((double) errors / requests, (double) late / requests);
    }
}
