package org.jeongmun.web.state;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.ScheduleInForce;

/**
 * What this node knows of the portal at this moment. Reading takes no lock and touches no database; safe for many
 * threads.
 */
public final class PortalState implements ScheduleInForce {
    private final LongSupplier nanoTime;
    private final Supplier<Optional<Long>> freePlaces;
    private volatile Knowledge knowledge = Knowledge.none();

    /**
     * Makes a state that knows nothing yet.
     *
     * @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests
     * @param freePlaces how many places are free, if that is known
     */
    public PortalState(LongSupplier nanoTime, Supplier<Optional<Long>> freePlaces) {
        this.nanoTime = nanoTime;
        this.freePlaces = freePlaces;
    }

    /** @return what the last answers of the database said, however old they are */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** @return all that is known of the time; empty when nothing can be trusted */
    public Optional<TimeBound> time() {
        return knowledge.clock().at(nanoTime.getAsLong());
    }

    @Override
    public Optional<Reading> now() {
        return readingOf(knowledge);
    }

    /** @return what the portal is now, for the gate; {@code UNKNOWN} when in doubt, never {@code null} */
    public PortalStatus status() {
        return statusOf(readingOf(knowledge));
    }

    /** @return what the portal is now, with all that this was told from */
    public PortalView view() {
        Knowledge known = knowledge;
        Optional<Reading> reading = readingOf(known);
        Optional<TimeBound> time = reading.isPresent() ? reading.map(Reading::now) : time();
        return new PortalView(statusOf(reading), time, known);
    }

    /** @return how many places are free; empty while that is not known */
    public Optional<Long> freePlaces() {
        return freePlaces.get();
    }

    /**
     * How long somebody who found the door shut should wait.
     *
     * @return until a moment at which the next window is open beyond doubt, at least a second; empty when there is
     *     nothing to wait for that is known
     */
    public Optional<Duration> untilNextOpening() {
        return now().filter(reading -> !reading.maintenance())
                .flatMap(reading -> reading.schedule()
                        .nextOpeningAfter(reading.now().earliest())
                        .map(opensAt -> Duration.between(reading.now().earliest(), opensAt)));
    }

    void learn(Knowledge next) {
        knowledge = next;
    }

    boolean hasTime() {
        return time().isPresent();
    }

    private PortalStatus statusOf(Optional<Reading> reading) {
        if (reading.isEmpty()) {
            return PortalStatus.UNKNOWN;
        }
        PortalStatus status = reading.get().status();
        return status == PortalStatus.OPEN && isSoldOut() ? PortalStatus.SOLD_OUT : status;
    }

    private Optional<Reading> readingOf(Knowledge known) {
        Optional<OpeningSchedule> schedule = known.schedule();
        if (schedule.isEmpty()) {
            return Optional.empty();
        }
        Optional<TimeBound> now = known.clock().at(nanoTime.getAsLong());
        if (now.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reading(schedule.get(), now.get(), known.maintenance()));
    }

    /** Sold out is a courtesy of the notices, not a lock: a count that fails leaves the portal open. */
    private boolean isSoldOut() {
        try {
            return freePlaces.get().filter(count -> count == 0).isPresent();
        } catch (RuntimeException countFailed) {
            return false;
        }
    }
}
