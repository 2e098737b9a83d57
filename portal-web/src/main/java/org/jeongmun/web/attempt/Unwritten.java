package org.jeongmun.web.attempt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jeongmun.lock.attempt.Attempt;

/**
 * Counts that are not in the database yet, with the moment they were taken. It is bounded however long the database is
 * silent: counts are then kept in full, and what becomes coarser is their time. For one thread.
 */
final class Unwritten {
    /** Beyond this, what was taken one after the other is taken together. */
    static final int MOST = 64;

    private final Deque<Batch> batches = new ArrayDeque<>();

    /**
     * What was counted at one moment.
     *
     * @param takenAtNanos by the monotonic clock
     */
    record Batch(long takenAtNanos, Map<Attempt, Long> counts) {
        /** Copies the counts. */
        Batch {
            counts = Map.copyOf(counts);
        }

        Batch with(Batch later) {
            Map<Attempt, Long> sums = new HashMap<>(counts);
            later.counts.forEach((kind, count) -> sums.merge(kind, count, Long::sum));
            return new Batch(takenAtNanos, sums);
        }
    }

    void add(long nowNanos, Map<Attempt, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        if (batches.size() == MOST) {
            mergeInPairs();
        }
        batches.addLast(new Batch(nowNanos, counts));
    }

    private void mergeInPairs() {
        List<Batch> before = List.copyOf(batches);
        batches.clear();
        for (int i = 0; i < before.size(); i += 2) {
            Batch first = before.get(i);
            batches.addLast(i + 1 < before.size() ? first.with(before.get(i + 1)) : first);
        }
    }

    List<Batch> batches() {
        return List.copyOf(batches);
    }

    void areWritten() {
        batches.clear();
    }
}
