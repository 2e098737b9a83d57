package org.jeongmun.web.attempt;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.lock.reading.ConnectionSource;
import org.jeongmun.web.gate.Refusals;
import org.jeongmun.web.state.PortalState;

/**
 * The one thread that writes down what was refused, every other second. The gate never waits for it: a database that is
 * silent or broken makes the counts wait in memory, and nothing else.
 */
public final class AttemptWriter implements Runnable {
    private static final Logger LOG = System.getLogger(AttemptWriter.class.getName());
    private static final long PAUSE_SECONDS = 2;
    private static final Duration LAST_WRITE_WITHIN = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Refusals refusals;
    private final PortalState state;
    private final String node;
    private final ConnectionSource connections;
    private final Thread thread = new Thread(this, "portal-attempts");
    private final Unwritten unwritten = new Unwritten();

    private AttemptStatements statements;
    private boolean failing;
    private volatile boolean stopped;

    /**
     * Makes a writer that has not begun.
     *
     * @param node as whom it counts
     */
    public AttemptWriter(Refusals refusals, PortalState state, String node, ConnectionSource connections) {
        this.refusals = refusals;
        this.state = state;
        this.node = node;
        this.connections = connections;
    }

    /** Begins, in a thread that keeps no process alive. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes once more, and ends. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(LAST_WRITE_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(PAUSE_SECONDS));
            writeOnce();
        }
        forgetConnection();
    }

    private void writeOnce() {
        try {
            collect();
            write();
            if (failing) {
                LOG.log(Level.INFO, "attempts.written.again");
            }
            failing = false;
        } catch (SQLException | RuntimeException | Error failure) {
            forgetConnection();
            if (!failing) {
                LOG.log(Level.WARNING, "attempts.unwritten reason={0}", failure.toString());
            }
            failing = true;
        }
    }

    private void collect() {
        try {
            refusals.settle();
        } catch (JMException uncounted) {
            LOG.log(Level.WARNING, "attempts.outer.uncounted reason={0}", uncounted.toString());
        }
        unwritten.add(System.nanoTime(), refusals.takeUnwritten());
    }

    private void write() throws SQLException {
        if (statements == null) {
            statements = new AttemptStatements(connections.open(), node);
        }
        if (!unwritten.batches().isEmpty()) {
            statements.add(unwritten.batches(), System.nanoTime());
            unwritten.areWritten();
        }
        statements.tellOfThisNode(state.status().name(), clockBound());
    }

    private OptionalDouble clockBound() {
        return state.time().map(AttemptWriter::width).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static double width(TimeBound bound) {
        return Duration.between(bound.earliest(), bound.latest()).toNanos() / NANOS_PER_SECOND;
    }

    private void forgetConnection() {
        if (statements == null) {
            return;
        }
        try {
            statements.close();
        } catch (SQLException alreadyBroken) {
            LOG.log(Level.DEBUG, "attempts.connection.close", alreadyBroken);
        }
        statements = null;
    }
}
