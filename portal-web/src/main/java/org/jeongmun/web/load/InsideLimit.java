package org.jeongmun.web.load;

import com.netflix.concurrency.limits.Limiter;
import com.netflix.concurrency.limits.Limiter.Listener;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import com.netflix.concurrency.limits.limiter.AbstractLimiter;
import com.netflix.concurrency.limits.limiter.AbstractPartitionedLimiter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests are let in at once. The limit falls after each second in which answers took longer than a second
 * and rises after each in which they did not, between two bounds. Above it only those errands enter that have room
 * reserved. Nobody queues: who is not let in is told at once. Thread-safe.
 */
final class InsideLimit {
    /** So many the server has threads for, with what is reserved and some left over for notices. */
    static final int MOST = 256;

    /**
     * A burst of two hundred is served within seconds even by a portal that has just started: nobody in it is turned
     * away.
     */
    private static final int LEAST = 208;

    private static final long GOAL_MILLIS = 1_000;
    private static final long WINDOW_MILLIS = 1_000;

    private final Limiter<Errand> limiter;
    private final AbstractLimiter<Errand> counts;
    private final Map<Errand, AtomicInteger> inFlight = new EnumMap<>(Errand.class);

    InsideLimit() {
        this(LEAST, MOST);
    }

    InsideLimit(int least, int most) {
        AbstractPartitionedLimiter<Errand> whole = new ByErrand.Builder()
                .limit(WindowedLimit.newBuilder()
                        .minWindowTime(WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                        .maxWindowTime(WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                        .build(AIMDLimit.newBuilder()
                                .minLimit(least)
                                .initialLimit(most)
                                .maxLimit(most)
                                .timeout(GOAL_MILLIS, TimeUnit.MILLISECONDS)
                                .build()))
                .made();
        limiter = whole;
        counts = whole;
        for (Errand errand : Errand.values()) {
            inFlight.put(errand, new AtomicInteger());
        }
    }

    /** @return to be closed when the request is over, on every way out; empty when it is one too many */
    Optional<Permit> enter(Errand errand) {
        return limiter.acquire(errand).map(listener -> {
            AtomicInteger ofErrand = inFlight.get(errand);
            ofErrand.incrementAndGet();
            return new Permit(listener, ofErrand);
        });
    }

    /** @return how many are open to all errands at once, now */
    int limit() {
        return counts.getLimit();
    }

    /** @return how many of that errand are inside */
    int inFlight(Errand errand) {
        return inFlight.get(errand).get();
    }

    /** One request's place inside. How long it was kept teaches the limit, unless it was the client who was slow. */
    static final class Permit implements AutoCloseable {
        private final Listener listener;
        private final AtomicInteger ofErrand;
        private final AtomicBoolean given = new AtomicBoolean(true);
        private volatile boolean telling = true;

        private Permit(Listener listener, AtomicInteger ofErrand) {
            this.listener = listener;
            this.ofErrand = ofErrand;
        }

        /** The time that this request takes says nothing about the portal: its body is as slow as its sender. */
        void tellsNothing() {
            telling = false;
        }

        /** Gives the place back, once. */
        @Override
        public void close() {
            if (!given.compareAndSet(true, false)) {
                return;
            }
            ofErrand.decrementAndGet();
            if (telling) {
                listener.onSuccess();
            } else {
                listener.onIgnore();
            }
        }
    }

    /** The library's limiter with a part for each errand. */
    private static final class ByErrand extends AbstractPartitionedLimiter<Errand> {
        private ByErrand(Builder builder) {
            super(builder);
        }

        private static final class Builder extends AbstractPartitionedLimiter.Builder<Builder, Errand> {
            private Builder() {
                partitionResolver(Errand::name);
                for (Errand errand : Errand.values()) {
                    partition(errand.name(), errand.reserve());
                }
            }

            private ByErrand made() {
                return new ByErrand(this);
            }

            @Override
            protected Builder self() {
                return this;
            }
        }
    }
}
