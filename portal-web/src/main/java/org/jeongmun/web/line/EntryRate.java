package org.jeongmun.web.line;

import java.util.concurrent.TimeUnit;

/**
 * This node's share of the rate. While people wait nothing is saved up, so that not even ten seconds see more than their
 * share; while nobody waits a second's worth is, so that whoever comes need not wait. Safe for many threads.
 */
final class EntryRate {
    private static final double SECONDS_SAVED_WHILE_WAITING = 0.1;
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private double perSecond;
    private double most = 1;
    private double saved;
    private long roomLeft;
    private long atNanos;

    /**
     * Takes over what the controller says.
     *
     * @param share of the rate; after a standstill nothing is saved up
     * @param room how many more fit inside through this node
     */
    synchronized void set(double share, boolean peopleWait, long room, long nowNanos) {
        refill(nowNanos);
        if (perSecond <= 0) {
            saved = 0;
        }
        perSecond = share;
        most = Math.max(1, share * (peopleWait ? SECONDS_SAVED_WHILE_WAITING : 1));
        roomLeft = room;
    }

    synchronized boolean take(long nowNanos) {
        refill(nowNanos);
        if (saved < 1 || roomLeft < 1) {
            return false;
        }
        saved--;
        roomLeft--;
        return true;
    }

    private void refill(long nowNanos) {
        double seconds = Math.max(0, nowNanos - atNanos) / NANOS_PER_SECOND;
        atNanos = nowNanos;
        saved = Math.min(most, saved + seconds * perSecond);
    }
}
