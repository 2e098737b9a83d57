package org.jeongmun.web.line;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * This node's share of the rate. While nobody waits a second's worth is saved up, so that whoever comes need not wait.
 * While people wait it is a tenth of that, so that ten seconds see hardly more than their share. Where that is fewer
 * than {@value #EVEN_OUT_CHANCE} people, it is so many, or a third of a second's worth: called people come by chance,
 * now none and then three at once, and a door that saves for one alone sends two away and then has nobody. Safe for
 * many threads.
 */
final class EntryRate {
    private static final double SECONDS_SAVED_WHILE_WAITING = 0.1;
    private static final double SECONDS_SAVED_AT_MOST = 1.0 / 3;
    private static final int EVEN_OUT_CHANCE = 4;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Read while nobody else is here: a moment that was read before another's would be counted twice. */
    private final LongSupplier nanoTime;

    private double perSecond;
    private double most = 1;
    private double saved;
    private long roomLeft;
    private long atNanos;

    /** @param nanoTime the monotonic clock */
    EntryRate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Takes over what the controller says.
     *
     * @param share of the rate; nothing is saved up from before or during a standstill
     * @param room how many more fit inside through this node
     */
    synchronized void set(double share, boolean peopleWait, long room) {
        refill();
        if (perSecond <= 0 || share <= 0) {
            saved = 0;
        }
        perSecond = share;
        most = Math.max(1, peopleWait ? savedWhileWaiting(share) : share);
        roomLeft = room;
    }

    private static double savedWhileWaiting(double share) {
        return Math.max(share * SECONDS_SAVED_WHILE_WAITING, Math.min(EVEN_OUT_CHANCE, share * SECONDS_SAVED_AT_MOST));
    }

    /** @return whether somebody may come in now, who then has */
    synchronized boolean take() {
        refill();
        if (saved < 1 || roomLeft < 1) {
            return false;
        }
        saved--;
        roomLeft--;
        return true;
    }

    private void refill() {
        long nowNanos = nanoTime.getAsLong();
        double seconds = Math.max(0, nowNanos - atNanos) / NANOS_PER_SECOND;
        atNanos = nowNanos;
        saved = Math.min(most, saved + seconds * perSecond);
    }
}
