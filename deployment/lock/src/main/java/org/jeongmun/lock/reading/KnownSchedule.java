package org.jeongmun.lock.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.ScheduleInForce;

/**
 * What one lock knows of the schedule and the time at this moment. Reading takes no lock and touches no database; safe
 * for many threads.
 */
public final class KnownSchedule implements ScheduleInForce {
    private final LongSupplier nanoTime;
    private volatile Knowledge knowledge = Knowledge.none();

    /**
     * Begins with no knowledge.
     *
     * @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests
     */
    public KnownSchedule(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
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
        return by(knowledge);
    }

    /** @return one consistent reading of what was known at some moment, for now */
    public Optional<Reading> by(Knowledge known) {
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

    /**
     * How long somebody who found the door shut should wait.
     *
     * @return until a moment at which the next window is open beyond doubt; empty when there is
     *     nothing to wait for that is known
     */
    public Optional<Duration> untilNextOpening() {
        return now().filter(reading -> !reading.maintenance())
                .flatMap(reading -> reading.schedule()
                        .nextOpeningAfter(reading.now().earliest())
                        .map(opensAt -> Duration.between(reading.now().earliest(), opensAt)));
    }

    /** @param next what holds from now on; for the one thread that asks, and for tests */
    public void learn(Knowledge next) {
        knowledge = next;
    }
}
