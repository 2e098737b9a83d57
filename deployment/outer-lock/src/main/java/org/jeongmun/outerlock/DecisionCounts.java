package org.jeongmun.outerlock;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jeongmun.lock.attempt.RefusedAttempts;
import org.jeongmun.lock.route.Routes;

/** Counts what the outer lock has decided. Thread-safe, without a lock or an allocation on the way. */
final class DecisionCounts {
    private final LongAdder decided = new LongAdder();
    private final RefusedAttempts refused;

    /** @param routes of the public port */
    DecisionCounts(Routes routes) {
        this.refused = new RefusedAttempts(routes);
    }

    void countDecision() {
        decided.increment();
    }

    RefusedAttempts refused() {
        return refused;
    }

    long decided() {
        return decided.sum();
    }

    /** @return every kind of attempt that has been refused, by its key, with how often */
    Map<String, Long> refusals() {
        return refused.counted().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().key(), Map.Entry::getValue));
    }
}
