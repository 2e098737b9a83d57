package org.jeongmun.lock.reading;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jeongmun.clock.ClockEstimate;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * The one thread that asks the database for one lock, and tells its {@link KnownSchedule}. It outlives every failure: a
 * silent or broken database only makes the knowledge stale, which shuts the gate by itself.
 */
public final class StatePoll implements Runnable {
    private static final Logger LOG = System.getLogger(StatePoll.class.getName());
    private static final long PAUSE_MILLIS = 250;
    private static final long PAUSE_WITHOUT_TIME_MILLIS = 50;
    private static final long LONGEST_BACK_OFF_MILLIS = 1_000;

    private final String name;
    private final KnownSchedule known;
    private final ConnectionSource connections;
    private final Thread thread;

    private StateReader reader;
    private long failures;
    private long knownVersion = -1;
    private long knownChanges = -1;
    private Optional<OpeningSchedule> schedule = Optional.empty();
    private ClockEstimate clock = ClockEstimate.none();
    private volatile boolean stopped;

    /**
     * Makes a poll that has not begun.
     *
     * @param name of the thread, and of whom the log speaks
     * @param known to keep up to date; nobody else tells it anything
     */
    public StatePoll(String name, KnownSchedule known, ConnectionSource connections) {
        this.name = name;
        this.known = known;
        this.connections = connections;
        this.thread = new Thread(this, name);
    }

    /** Begins to ask, in a thread that keeps no process alive. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks no more; the knowledge goes stale, and that shuts. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!stopped) {
            long pause = askOnce();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
        }
        forgetConnection();
    }

    /** @return milliseconds until the next question */
    long askOnce() {
        try {
            if (reader == null) {
                reader = new StateReader(connections.open());
            }
            learn(reader.latest());
            if (failures > 0) {
                LOG.log(Level.INFO, "state.regained by={0} failures={1}", name, failures);
            }
            failures = 0;
            return known.time().isPresent() ? PAUSE_MILLIS : PAUSE_WITHOUT_TIME_MILLIS;
        } catch (SQLException | RuntimeException | Error failure) {
            forgetConnection();
            if (failures++ == 0) {
                LOG.log(Level.WARNING, "state.lost by={0} reason={1}", name, failure.toString());
            }
            return Math.min(LONGEST_BACK_OFF_MILLIS, 100 * failures);
        }
    }

    /** The clock is told last: a schedule that cannot be fetched leaves the old time to go stale. */
    private void learn(StateReader.Latest latest) throws SQLException {
        if (latest.scheduleVersion() != knownVersion || latest.changes() != knownChanges) {
            schedule = reader.schedule().flatMap(this::understood);
            knownVersion = latest.scheduleVersion();
            knownChanges = latest.changes();
            LOG.log(Level.INFO, "state.schedule by={0} version={1} read={2}", name, knownVersion, schedule.isPresent());
        }
        clock = latest.sample().map(clock::with).orElseGet(ClockEstimate::none);
        known.learn(new Knowledge(
                clock,
                schedule,
                latest.maintenance(),
                latest.nextUpdate(),
                latest.announcement(),
                latest.directoryVersion(),
                latest.demo()));
    }

    private Optional<OpeningSchedule> understood(ScheduleRows rows) {
        try {
            return Optional.of(rows.toSchedule());
        } catch (RuntimeException malformed) {
            LOG.log(
                    Level.ERROR,
                    "state.schedule.malformed by={0} version={1} rule={2}",
                    name,
                    rows.version(),
                    malformed.getMessage());
            return Optional.empty();
        }
    }

    private void forgetConnection() {
        if (reader == null) {
            return;
        }
        try {
            reader.close();
        } catch (SQLException alreadyBroken) {
            LOG.log(Level.DEBUG, "state.connection.close", alreadyBroken);
        }
        reader = null;
    }
}
