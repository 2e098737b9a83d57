package org.jeongmun.web.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jeongmun.lock.reading.ConnectionSource;

/**
 * The one thread by which this node takes part in the waiting room: ten times a second, where there are lines, it says
 * how it is and learns how they are, and calls people when it is the controller. It outlives every failure: a silent
 * database only makes what is known stale, and a stale line stands.
 */
public final class LinePoll implements Runnable {
    private static final Logger LOG = System.getLogger(LinePoll.class.getName());
    private static final long PAUSE_MILLIS = 100;
    private static final long PAUSE_WITHOUT_LINES_MILLIS = 500;
    private static final long LONGEST_BACK_OFF_MILLIS = 1_000;
    private static final int TICKS_BETWEEN_SPENT = 5;

    private final KnownLines known;
    private final InnerDoor door;
    private final InsideLoad load;
    private final ConnectionSource connections;
    private final LongSupplier nanoTime;
    private final String node = UUID.randomUUID().toString();
    private final AdmissionController controller;
    private final Thread thread = new Thread(this, "portal-line");

    private Connection connection;
    private LineStatements statements;
    private Instant lastHeard = Instant.EPOCH;
    private long failures;
    private long ticks;
    private volatile boolean stopped;

    /**
     * Makes a poll that has not begun.
     *
     * @param known to keep up to date
     * @param door to tell its share of the rate
     * @param load how requests inside fare here
     * @param soldOut whether no place is left at any clinic
     */
    public LinePoll(
            KnownLines known,
            InnerDoor door,
            InsideLoad load,
            BooleanSupplier soldOut,
            ConnectionSource connections,
            LongSupplier nanoTime) {
        this.known = known;
        this.door = door;
        this.load = load;
        this.connections = connections;
        this.nanoTime = nanoTime;
        this.controller = new AdmissionController(node, soldOut);
    }

    /** Begins to ask, in a thread that keeps no process alive. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks no more, once the question under way is answered; another node takes over within three seconds. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(LONGEST_BACK_OFF_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return what the database calls this node */
    public String node() {
        return node;
    }

    @Override
    public void run() {
        while (!stopped) {
            long began = System.nanoTime();
            long pause = TimeUnit.MILLISECONDS.toNanos(askOnce());
            LockSupport.parkNanos(pause - Math.min(pause / 2, System.nanoTime() - began));
        }
        forgetConnection();
    }

    /** @return milliseconds until the next question */
    public long askOnce() {
        try {
            if (statements == null) {
                connection = connections.open();
                statements = new LineStatements(connection);
            }
            tick();
            if (failures > 0) {
                LOG.log(Level.INFO, "line.regained failures={0}", failures);
            }
            failures = 0;
            return isWithoutLines() ? PAUSE_WITHOUT_LINES_MILLIS : PAUSE_MILLIS;
        } catch (SQLException | RuntimeException | Error failure) {
            forgetConnection();
            if (failures++ == 0) {
                LOG.log(Level.WARNING, "line.lost reason={0}", failure.toString());
            }
            return Math.min(LONGEST_BACK_OFF_MILLIS, PAUSE_MILLIS * failures);
        }
    }

    /** Before anything was heard there may be lines, and whoever checks in meanwhile is sent to wait. */
    private boolean isWithoutLines() {
        return known.all().isEmpty() && !lastHeard.equals(Instant.EPOCH);
    }

    private void tick() throws SQLException {
        long askedAt = nanoTime.getAsLong();
        Optional<Heartbeat> heard = statements.heartbeat(node, door.report(lastHeard, load.health()));
        if (heard.isEmpty()) {
            return;
        }
        lastHeard = heard.get().now();
        List<KnownLine> lines = statements.lines();
        List<KnownLine> called = controller.tick(statements, heard.get(), lines);
        known.learn(called, heard.get().maintenance(), askedAt);
        door.learn(heard.get());
        if (ticks++ % TICKS_BETWEEN_SPENT == 0) {
            door.refreshSpent(connection);
        }
    }

    private void forgetConnection() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            LOG.log(Level.DEBUG, "line.connection.close", alreadyBroken);
        }
        connection = null;
        statements = null;
    }
}
