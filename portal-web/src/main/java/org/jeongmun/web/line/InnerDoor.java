package org.jeongmun.web.line;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.AdmissionMoment.Health;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.Lines;

/** Lets called people in on this node, by what it last heard of the lines and of its share of the rate. */
public final class InnerDoor implements Admissions {
    private final Lines lines;
    private final Predicate<WindowId> soldOut;
    private final Guests guests;
    private final EntryRate rate;
    private final InsideRing inside = new InsideRing();
    private final LetIn letIn = new LetIn();
    private final EndedJourneys ended = new EndedJourneys(this::leave);
    private final AtomicLong entered = new AtomicLong();
    /** The portal's time, at most one look of the line ago; while it is older the lines are frozen. */
    private volatile Instant lastHeard = Instant.EPOCH;

    /**
     * Makes a door that nobody passes before its node has heard of the lines.
     *
     * @param lines as this node knows them
     * @param soldOut whether no place is left at any clinic for the people of a window
     * @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests
     * @param source connections in the portal's own role, which give up on a silent database within seconds
     */
    public InnerDoor(Lines lines, Predicate<WindowId> soldOut, LongSupplier nanoTime, DataSource source) {
        this.lines = lines;
        this.soldOut = soldOut;
        this.rate = new EntryRate(nanoTime);
        this.guests = new Guests(source);
    }

    @Override
    public Admission enter(WindowId window, long number, Instant passExpiresAt) {
        Optional<Entry> refused = refused(window, number);
        if (refused.isPresent()) {
            return new Admission(refused.get(), passExpiresAt);
        }
        Admission told = letIn.enter(window, number, passExpiresAt, lastHeard, rate::take);
        if (told.entry() == Entry.ADMITTED) {
            inside.enter(passExpiresAt);
            entered.incrementAndGet();
        }
        return told;
    }

    private Optional<Entry> refused(WindowId window, long number) {
        if (ended.isSpent(window, number)) {
            return Optional.of(Entry.SPENT);
        }
        if (lines.isFrozen()) {
            return Optional.of(Entry.STANDING);
        }
        Optional<Line> line = lines.line(window);
        if (line.isEmpty() || !line.get().hasCalled(number)) {
            return Optional.of(Entry.NOT_CALLED);
        }
        return soldOut.test(window) ? Optional.of(Entry.NO_PLACES) : Optional.empty();
    }

    @Override
    public void leave(WindowId window, long number) {
        letIn.leave(window, number).ifPresent(inside::leave);
    }

    @Override
    public boolean bring(WindowId window, long number, PersonKey guest) {
        return guests.bring(window, number, guest);
    }

    @Override
    public boolean isSpent(WindowId window, long number) {
        return ended.isSpent(window, number);
    }

    /** @return how many this node has let in since it started */
    public long entered() {
        return entered.get();
    }

    /** @return how many are inside who came in here */
    public long inside() {
        return inside.count();
    }

    /** @return what this node says of itself, at the portal's time */
    NodeReport report(Instant now, Health health) {
        return new NodeReport(inside.countAt(now), entered.get(), health);
    }

    /** For the one thread that asks: what the database says of all nodes together. */
    void learn(Heartbeat heard) {
        inside.passOn(heard.now());
        // Once a second is often enough for what is compared with the time in any case.
        if (heard.now().getEpochSecond() != lastHeard.getEpochSecond()) {
            letIn.passOn(heard.now());
        }
        lastHeard = heard.now();
        boolean peopleWait = lines.all().stream().anyMatch(line -> line.waiting() > 0);
        long most = lines.all().stream()
                .mapToLong(line -> line.room().maxInside())
                .findFirst()
                .orElse(0);
        long room = Math.max(0, most - heard.inside());
        long share = (room + heard.nodes() - 1) / heard.nodes();
        double perSecond = heard.maintenance() ? 0 : heard.rate() / heard.nodes();
        rate.set(perSecond, peopleWait, share);
    }

    /** For the one thread that asks: whoever was let in here and has booked, on whatever node, is inside no more. */
    void learnWhoHasBooked(Connection connection) throws SQLException {
        ended.refresh(connection);
    }
}
