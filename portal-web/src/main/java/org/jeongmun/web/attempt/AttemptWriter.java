package org.jeongmun.web.attempt;

import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jeongmun.lock.reading.ConnectionSource;
import org.jeongmun.lock.reading.OwnSession;
import org.jeongmun.lock.reading.Poll;
import org.jeongmun.web.gate.RefusedRequests;
import org.jeongmun.web.state.PortalState;

/**
 * The one thread that writes down what was refused, every other second. The gate never waits for it: a database that is
 * silent or broken makes the counts wait in memory, and nothing else.
 */
public final class AttemptWriter {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final Duration LAST_WRITE_WITHIN = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;
    /** Who says so serves no more, and no list of nodes shows them. */
    private static final String STOPPED = "STOPPED";

    private final RefusedRequests refusals;
    private final PortalState state;
    private final OwnSession<AttemptStatements> session;
    private final Poll poll = new Poll("portal-attempts", this::step, this::end);
    private final Unwritten unwritten = new Unwritten();

    /**
     * Makes a writer that has not begun.
     *
     * @param node as whom it counts
     */
    public AttemptWriter(RefusedRequests refusals, PortalState state, String node, ConnectionSource connections) {
        this.refusals = refusals;
        this.state = state;
        this.session = new OwnSession<>("attempts", connections, on -> new AttemptStatements(on, node));
    }

    /** Begins, in a thread that keeps no process alive. */
    public void start() {
        poll.start();
    }

    /** Writes once more, and ends. */
    public void stop() {
        poll.stop(LAST_WRITE_WITHIN);
    }

    private long step() {
        collect();
        session.ask(statements -> write(statements, state.status().name()));
        return PAUSE_NANOS;
    }

    private void end() {
        collect();
        session.ask(statements -> write(statements, STOPPED));
        session.close();
    }

    /** Also while the database is away: what is counted then has its moment. */
    private void collect() {
        refusals.settle();
        unwritten.add(System.nanoTime(), refusals.takeUnwritten());
    }

    private boolean write(AttemptStatements statements, String status) throws SQLException {
        if (!unwritten.batches().isEmpty()) {
            statements.add(unwritten.batches(), System.nanoTime());
            unwritten.areWritten();
        }
        statements.tellOfThisNode(status, clockBound());
        return true;
    }

    private OptionalDouble clockBound() {
        return state.time().stream()
                .mapToDouble(bound -> bound.width().toNanos() / NANOS_PER_SECOND)
                .findFirst();
    }
}
