package org.jeongmun.web.page;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each client may try something. Remembers a bounded number of clients, and forgets first who has not come
 * for longest. Safe for many threads.
 */
final class Tries {
    private static final int MOST_CLIENTS = 20_000;

    private final long burst;
    private final long refill;
    private final Duration period;
    private final Map<String, Bucket> clients = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /**
     * Sets the limit.
     *
     * @param burst tries at once
     * @param refill further tries in each {@code period}
     */
    Tries(long burst, long refill, Duration period) {
        this.burst = burst;
        this.refill = refill;
        this.period = period;
    }

    /** Takes a try, if one is left. @return how long to wait otherwise */
    Optional<Duration> take(String client) {
        ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Gives a try back that turned out well. */
    void giveBack(String client) {
        bucket(client).addTokens(1);
    }

    private Bucket bucket(String client) {
        synchronized (clients) {
            return clients.computeIfAbsent(
                    client,
                    // Setting the node's clock changes nothing: time is measured, not read.
                    unknown -> Bucket.builder()
                            .withNanosecondPrecision()
                            .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
                            .build());
        }
    }
}
