package org.jeongmun.web.partner;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.jeongmun.partner.PartnerLimits;

/**
 * What one partner may still ask at this node: so many requests a second, and what is left of the day's quota, from
 * which the requests at other nodes are taken off as they become known. Taking is safe for many threads and waits for
 * nothing; the rest is for the one thread that talks to the database.
 */
final class Allowance {
    private final PartnerLimits limits;
    private final LocalDate day;
    private final Bucket second;
    private final Bucket quota;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicLong known = new AtomicLong();

    /** @param used how many of the day's requests are spent already */
    Allowance(PartnerLimits limits, LocalDate day, long used) {
        this.limits = limits;
        this.day = day;
        this.second = bucket(limits.perSecond(), Duration.ofSeconds(1), true);
        this.quota = bucket(limits.perDay(), Duration.ofDays(1), false);
        learn(used);
    }

    private static Bucket bucket(long size, Duration period, boolean steadily) {
        // Setting the node's clock changes nothing: time is measured, not read.
        return Bucket.builder()
                .withNanosecondPrecision()
                .addLimit(limit -> steadily
                        ? limit.capacity(size).refillGreedy(size, period)
                        : limit.capacity(size).refillIntervally(size, period))
                .build();
    }

    /**
     * Takes one request.
     *
     * @param untilMidnight how long the day still lasts
     */
    Standing take(Duration untilMidnight) {
        ConsumptionProbe rate = second.tryConsumeAndReturnRemaining(1);
        if (!rate.isConsumed()) {
            Duration wait = Duration.ofNanos(rate.getNanosToWaitForRefill());
            return new Standing(Standing.Verdict.TOO_FAST, limits, 0, quota.getAvailableTokens(), wait, untilMidnight);
        }
        ConsumptionProbe today = quota.tryConsumeAndReturnRemaining(1);
        if (!today.isConsumed()) {
            return new Standing(
                    Standing.Verdict.QUOTA_SPENT, limits, rate.getRemainingTokens(), 0, untilMidnight, untilMidnight);
        }
        untold.incrementAndGet();
        return new Standing(
                Standing.Verdict.FINE,
                limits,
                rate.getRemainingTokens(),
                today.getRemainingTokens(),
                Duration.ZERO,
                untilMidnight);
    }

    boolean isOf(PartnerLimits otherLimits, LocalDate otherDay) {
        return limits.equals(otherLimits) && day.equals(otherDay);
    }

    LocalDate day() {
        return day;
    }

    /** @return how many requests the database has not been told of */
    long untold() {
        return untold.get();
    }

    /** The database knows of {@code requests} more of ours. */
    void told(long requests) {
        untold.addAndGet(-requests);
        known.addAndGet(requests);
    }

    /** The database knows of {@code used} requests at all nodes: those that were not ours are taken off the quota. */
    void learn(long used) {
        long before = known.getAndAccumulate(used, Math::max);
        if (used > before) {
            quota.tryConsumeAsMuchAsPossible(used - before);
        }
    }
}
