package org.jeongmun.web.state;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.lock.reading.Knowledge;
import org.jeongmun.lock.reading.KnownSchedule;
import org.jeongmun.lock.reading.SteadyStatus;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.ScheduleInForce;

/**
 * What this node knows of the portal at this moment. Reading takes no lock and touches no database; safe for many
 * threads.
 */
public final class PortalState implements ScheduleInForce {
    private final KnownSchedule known;
    private final SteadyStatus steady;
    private final Supplier<Optional<Long>> freePlaces;

    /**
     * Makes a state that knows nothing yet.
     *
     * @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests
     * @param freePlaces how many places are free, if that is known
     */
    public PortalState(LongSupplier nanoTime, Supplier<Optional<Long>> freePlaces) {
        this.known = new KnownSchedule(nanoTime);
        this.steady = new SteadyStatus(known, nanoTime);
        this.freePlaces = freePlaces;
    }

    /** @return what the last answers of the database said, however old they are */
    public Knowledge knowledge() {
        return known.knowledge();
    }

    /** @return all that is known of the time; empty when nothing can be trusted */
    public Optional<TimeBound> time() {
        return known.time();
    }

    @Override
    public Optional<Reading> now() {
        return known.now();
    }

    /**
     * What the portal is for the gate, to which it makes no difference whether places are left: worked out once for
     * each millisecond, and the less open of what it is within that.
     *
     * @return {@code UNKNOWN} when in doubt, never {@code null}
     */
    public PortalStatus statusAtTheGate() {
        return steady.status();
    }

    /** @return what the portal is now; {@code UNKNOWN} when in doubt, never {@code null} */
    public PortalStatus status() {
        return statusOf(now());
    }

    /** @return what the portal is now, with all that this was told from */
    public PortalView view() {
        Knowledge told = knowledge();
        Optional<Reading> reading = known.by(told);
        Optional<TimeBound> time = reading.isPresent() ? reading.map(Reading::now) : time();
        return new PortalView(statusOf(reading), time, told);
    }

    /** @return how many places are free; empty while that is not known */
    public Optional<Long> freePlaces() {
        return freePlaces.get();
    }

    /**
     * Sold out is a courtesy of the notices, not a lock: a count that is not known, or fails, leaves the portal open.
     *
     * @return whether it is known that no place is free
     */
    public boolean isSoldOut() {
        try {
            return freePlaces().filter(count -> count == 0).isPresent();
        } catch (RuntimeException countFailed) {
            return false;
        }
    }

    /**
     * How long somebody who found the door shut should wait.
     *
     * @return until a moment at which the next window is open beyond doubt; empty when there is
     *     nothing to wait for that is known
     */
    public Optional<Duration> untilNextOpening() {
        return steady.untilNextOpening();
    }

    /** @return what the one thread that asks for this application tells */
    KnownSchedule known() {
        return known;
    }

    private PortalStatus statusOf(Optional<Reading> reading) {
        if (reading.isEmpty()) {
            return PortalStatus.UNKNOWN;
        }
        PortalStatus status = reading.get().status();
        return status == PortalStatus.OPEN && isSoldOut() ? PortalStatus.SOLD_OUT : status;
    }
}
