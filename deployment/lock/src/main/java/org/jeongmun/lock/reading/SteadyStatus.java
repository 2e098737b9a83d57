package org.jeongmun.lock.reading;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.ScheduleInForce.Reading;

/**
 * The status for a lock that is asked tens of thousands of times a second: worked out once for the millisecond to come,
 * and then only read. It holds throughout that millisecond: where the status changes within, the less open one is told.
 * So a door opens up to a millisecond late, and never closes late. Safe for many threads, without a lock.
 */
public final class SteadyStatus {
    private static final long MOMENT_NANOS = 1_000_000;

    private final KnownSchedule known;
    private final LongSupplier nanoTime;
    private volatile Moment latest = new Moment(null, 0, PortalStatus.UNKNOWN, Optional.empty());

    /**
     * What holds from one nanosecond on, for a millisecond.
     *
     * @param by what it was worked out from; when that changes, the moment is over
     */
    private record Moment(Knowledge by, long sinceNanos, PortalStatus status, Optional<Duration> untilNextOpening) {
        boolean holds(Knowledge now, long nowNanos) {
            long age = nowNanos - sinceNanos;
            return by == now && age >= 0 && age < MOMENT_NANOS;
        }
    }

    /**
     * Makes a status of that schedule.
     *
     * @param nanoTime the monotonic clock that {@code known} goes by
     */
    public SteadyStatus(KnownSchedule known, LongSupplier nanoTime) {
        this.known = requireNonNull(known, "known");
        this.nanoTime = requireNonNull(nanoTime, "nanoTime");
    }

    /** @return what the portal is now, places left aside; {@code UNKNOWN} when in doubt, never {@code null} */
    public PortalStatus status() {
        return moment().status();
    }

    /** @return see {@link KnownSchedule#untilNextOpening()} */
    public Optional<Duration> untilNextOpening() {
        return moment().untilNextOpening();
    }

    private Moment moment() {
        Knowledge now = known.knowledge();
        long nanos = nanoTime.getAsLong();
        Moment last = latest;
        if (last.holds(now, nanos)) {
            return last;
        }
        Moment next = new Moment(now, nanos, throughout(now, nanos), known.untilNextOpening());
        latest = next;
        return next;
    }

    private static PortalStatus throughout(Knowledge now, long nanos) {
        Optional<TimeBound> first = now.clock().at(nanos);
        Optional<TimeBound> last = now.clock().at(nanos + MOMENT_NANOS);
        if (now.schedule().isEmpty() || first.isEmpty() || last.isEmpty()) {
            return PortalStatus.UNKNOWN;
        }
        TimeBound whole = new TimeBound(first.get().earliest(), last.get().latest());
        return new Reading(now.schedule().get(), whole, now.maintenance()).status();
    }
}
