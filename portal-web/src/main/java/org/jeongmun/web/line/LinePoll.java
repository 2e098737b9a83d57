package org.jeongmun.web.line;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jeongmun.lock.reading.ConnectionSource;
import org.jeongmun.lock.reading.OwnSession;
import org.jeongmun.lock.reading.Poll;

/**
 * The one thread by which this node takes part in the waiting room: ten times a second, where there are lines, it says
 * how it is and learns how they are, and calls people when it is the controller. It outlives every failure: a silent
 * database only makes what is known stale, and a stale line stands.
 */
public final class LinePoll {
    private static final long PAUSE_MILLIS = 100;
    private static final long PAUSE_WITHOUT_LINES_MILLIS = 500;
    private static final long LONGEST_BACK_OFF_MILLIS = 1_000;
    private static final int TICKS_BETWEEN_BOOKED = 5;

    private final KnownLines known;
    private final InnerDoor door;
    private final InsideLoad load;
    private final OwnSession<LineStatements> session;
    private final Poll poll;
    private final LongSupplier nanoTime;
    private final String node = UUID.randomUUID().toString();
    private final AdmissionController controller;

    private Instant lastHeard = Instant.EPOCH;
    private long ticks;

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
        this.session = new OwnSession<>("line", connections, LineStatements::new);
        this.poll = new Poll("portal-line", this::step, session::close);
        this.nanoTime = nanoTime;
        this.controller = new AdmissionController(node, soldOut);
    }

    /** Begins to ask, in a thread that keeps no process alive. */
    public void start() {
        poll.start();
    }

    /** Asks no more, once the question under way is answered; another node takes over within three seconds. */
    public void stop() {
        poll.stop(Duration.ofMillis(LONGEST_BACK_OFF_MILLIS));
    }

    /** @return what the database calls this node */
    public String node() {
        return node;
    }

    /** The pauses are between beginnings: what a step takes is part of its pause, half of it at the most. */
    private long step() {
        long began = System.nanoTime();
        long pause = TimeUnit.MILLISECONDS.toNanos(askOnce());
        return pause - Math.min(pause / 2, System.nanoTime() - began);
    }

    /** @return milliseconds until the next question */
    private long askOnce() {
        return session.ask(this::tick)
                .orElseGet(() -> Math.min(LONGEST_BACK_OFF_MILLIS, PAUSE_MILLIS * session.failures()));
    }

    /** Before anything was heard there may be lines, and whoever checks in meanwhile is sent to wait. */
    private boolean isWithoutLines() {
        return known.all().isEmpty() && !lastHeard.equals(Instant.EPOCH);
    }

    private long tick(LineStatements statements) throws SQLException {
        long askedAt = nanoTime.getAsLong();
        Optional<Heartbeat> heard = statements.heartbeat(node, door.report(lastHeard, load.health()));
        if (heard.isEmpty()) {
            return pause();
        }
        lastHeard = heard.get().now();
        List<KnownLine> lines = statements.lines();
        List<KnownLine> called = controller.tick(statements, heard.get(), lines);
        known.learn(called, heard.get().maintenance(), askedAt);
        door.learn(heard.get());
        if (ticks++ % TICKS_BETWEEN_BOOKED == 0) {
            door.learnWhoHasBooked(statements.connection());
        }
        return pause();
    }

    private long pause() {
        return isWithoutLines() ? PAUSE_WITHOUT_LINES_MILLIS : PAUSE_MILLIS;
    }
}
