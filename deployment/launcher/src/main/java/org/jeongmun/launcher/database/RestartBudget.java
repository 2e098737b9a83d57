package org.jeongmun.launcher.database;

import java.util.ArrayDeque;
import java.util.Deque;

/** So many restarts within so long, and then no more: a database that cannot stay up must not spin. Not thread safe. */
final class RestartBudget {
    private final int most;
    private final long withinNanos;
    private final Deque<Long> taken = new ArrayDeque<>();

    RestartBudget(int most, long withinNanos) {
        this.most = most;
        this.withinNanos = withinNanos;
    }

    /** @return whether one more restart may be tried at {@code nanos} of {@link System#nanoTime()}; counts it if so */
    boolean take(long nanos) {
        while (!taken.isEmpty() && nanos - taken.peekFirst() >= withinNanos) {
            taken.removeFirst();
        }
        if (taken.size() >= most) {
            return false;
        }
        taken.addLast(nanos);
        return true;
    }
}
