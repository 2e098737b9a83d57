package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.wire.Wire;

/** Goal 12: portal, database or both ended by force in the middle of bookings, again and again; then the books. */
final class CrashDrill implements Drill {
    private static final int ROUNDS = 20;
    private static final int AT_ONCE = 32;
    private static final int MOST_CONNECTIONS = 128;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);

    private static final int CODES_FIRST = 12;
    private static final int FIRST_TO_TRY = 90_000_000;

    private enum Victim {
        PORTAL,
        DATABASE,
        BOTH
    }

    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String title() {
        return "Ended by force in the middle of bookings, %d times".formatted(ROUNDS);
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        Ledger ledger = new Ledger();
        Table table = new Table("round", "ended", "codes shown", "journeys cut off", "codes so far", "promises");
        Random chance = new Random(20210714);
        List<String> open = JourneysDrill.OPEN;
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), open)) {
            portal.command("seed", "--clinics", "300", "--days", "20", "--capacity", "100");
            for (int round = 1; round <= ROUNDS; round++) {
                Victim victim = Victim.values()[round % Victim.values().length];
                Tally tally = new Tally(ledger);
                try (Wire wire = new Wire(portal.url(), MOST_CONNECTIONS)) {
                    Crowd crowd = new Crowd(portal, wire, round * 1_000_000);
                    Duration more = Duration.ofMillis(chance.nextInt(2_000));
                    crowd.keep(AT_ONCE, new InTheMiddle(tally, more), tally, () -> end(victim, portal));
                }
                comeBack(victim, portal, setting, ledger, round);
                requireKept(ledger, portal);
                table.row(round, victim, tally.arrivals(), tally.begun() - tally.arrivals(), ledger.size(), "kept");
                System.out.printf(
                        "  round %d of %d: %s ended, %d codes so far%n", round, ROUNDS, victim, ledger.size());
            }
        }
        report.line("")
                .line("**%d codes shown, each of them confirmed in the table after every round**;"
                                .formatted(ledger.size())
                        + " no slot oversold or miscounted, nothing outside its window, nobody with two places.");
        report.goal(Goal.BOOKS, "ended by force, %d times".formatted(ROUNDS), 0);
        report.table("rounds", table);
    }

    /** Over at some moment after some codes were shown: a Java that has just started shows none for a while. */
    private static final class InTheMiddle implements BooleanSupplier {
        private final Tally tally;
        private final Duration more;
        private final long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        private long end = Long.MAX_VALUE;

        InTheMiddle(Tally tally, Duration more) {
            this.tally = tally;
            this.more = more;
        }

        @Override
        public boolean getAsBoolean() {
            long now = System.nanoTime();
            if (now > deadline) {
                throw new IllegalStateException("Only %d codes were shown in %d s: %s"
                        .formatted(tally.arrivals(), BACK_WITHIN.toSeconds(), tally.losses()));
            }
            if (end == Long.MAX_VALUE && tally.arrivals() >= CODES_FIRST) {
                end = now + more.toNanos();
            }
            return now >= end;
        }
    }

    private static void end(Victim victim, MeasuredPortal portal) {
        if (victim != Victim.PORTAL) {
            portal.killDatabase();
        }
        if (victim != Victim.DATABASE) {
            portal.kill();
        }
    }

    /**
     * Somebody comes through again, all the way: a page alone may come from memory while the database is still away.
     */
    private static void comeBack(Victim victim, MeasuredPortal portal, Setting setting, Ledger ledger, int round)
            throws IOException {
        if (victim != Victim.DATABASE) {
            portal.startAgain(setting.javaOptions(), List.of("--demo"));
        }
        long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        int next = FIRST_TO_TRY + round * 1_000;
        Tally tally = new Tally(ledger);
        while (tally.arrivals() == 0) {
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "Nobody came through again within %d s: %s".formatted(BACK_WITHIN.toSeconds(), tally.losses()));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            try (Wire wire = new Wire(portal.url(), 1)) {
                new Crowd(portal, wire, next++).walk(1, 1, tally);
            }
        }
    }

    private static void requireKept(Ledger ledger, MeasuredPortal portal) throws SQLException {
        List<String> broken = new ArrayList<>();
        try (Connection database = portal.connect()) {
            broken.addAll(ledger.brokenPromises(database));
        }
        if (!broken.isEmpty()) {
            throw new PromiseBrokenException(broken);
        }
    }
}
