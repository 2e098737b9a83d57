package org.jeongmun.lock.reading;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jeongmun.clock.ClockEstimate;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * The one thread that asks the database for one lock, and tells its {@link KnownSchedule}. It outlives every failure: a
 * silent or broken database only makes the knowledge stale, which shuts the gate by itself.
 */
public final class StatePoll {
    private static final Logger LOG = System.getLogger(StatePoll.class.getName());
    private static final long PAUSE_MILLIS = 250;
    private static final long PAUSE_WITHOUT_TIME_MILLIS = 50;
    private static final long LONGEST_BACK_OFF_MILLIS = 1_000;

    private final String name;
    private final KnownSchedule known;
    private final OwnSession<StateReader> session;
    private final Poll poll;

    private long knownVersion = -1;
    private long knownChanges = -1;
    private Optional<OpeningSchedule> schedule = Optional.empty();
    private ClockEstimate clock = ClockEstimate.none();

    /**
     * Makes a poll that has not begun.
     *
     * @param name of the thread, and of whom the log speaks
     * @param known to keep up to date; nobody else tells it anything
     */
    public StatePoll(String name, KnownSchedule known, ConnectionSource connections) {
        this.name = name;
        this.known = known;
        this.session = new OwnSession<>(name, connections, StateReader::new);
        this.poll = new Poll(name, () -> TimeUnit.MILLISECONDS.toNanos(askOnce()), session::close);
    }

    /** Begins to ask, in a thread that keeps no process alive. */
    public void start() {
        poll.start();
    }

    /** Asks no more; the knowledge goes stale, and that shuts. */
    public void stop() {
        poll.stop();
    }

    /** @return milliseconds until the next question */
    long askOnce() {
        return session.ask(this::learn).orElseGet(() -> Math.min(LONGEST_BACK_OFF_MILLIS, 100 * session.failures()));
    }

    /** The clock is told last: a schedule that cannot be fetched leaves the old time to go stale. */
    private long learn(StateReader reader) throws SQLException {
        StateReader.Latest latest = reader.latest();
        if (latest.scheduleVersion() != knownVersion || latest.changes() != knownChanges) {
            schedule = reader.schedule().flatMap(this::understood);
            knownVersion = latest.scheduleVersion();
            knownChanges = latest.changes();
            LOG.log(
                    Level.INFO,
                    "state.schedule by={0} version={1} read={2}",
                    name,
                    Long.toString(knownVersion),
                    schedule.isPresent());
        }
        clock = latest.sample().map(clock::with).orElseGet(ClockEstimate::none);
        known.learn(new Knowledge(
                clock, schedule, latest.maintenance(), latest.nextUpdate(), latest.announcement(), latest.demo()));
        return known.time().isPresent() ? PAUSE_MILLIS : PAUSE_WITHOUT_TIME_MILLIS;
    }

    private Optional<OpeningSchedule> understood(ScheduleRows rows) {
        try {
            return Optional.of(rows.toSchedule());
        } catch (RuntimeException malformed) {
            LOG.log(
                    Level.ERROR,
                    "state.schedule.malformed by={0} version={1} rule={2}",
                    name,
                    Long.toString(rows.version()),
                    malformed.getMessage());
            return Optional.empty();
        }
    }
}
