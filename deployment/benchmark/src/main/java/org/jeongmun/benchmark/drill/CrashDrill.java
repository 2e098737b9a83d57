package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.visit.OneAnswer;
import org.jeongmun.benchmark.wire.Wire;

/** Goal 12: portal, database or both ended by force in the middle of bookings, again and again; then the books. */
final class CrashDrill implements Drill {
    private static final int ROUNDS = 20;
    private static final int AT_ONCE = 32;
    private static final int MOST_CONNECTIONS = 128;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);

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
                    crowd.keep(
                            AT_ONCE,
                            Duration.ofMillis(1_500 + chance.nextInt(2_000)),
                            tally,
                            () -> end(victim, portal));
                }
                comeBack(victim, portal, setting);
                requireKept(ledger, portal);
                table.row(round, victim, tally.arrivals(), tally.begun() - tally.arrivals(), ledger.size(), "kept");
            }
        }
        report.line("")
                .line("**%d codes shown, each of them confirmed in the table after every round**;"
                                .formatted(ledger.size())
                        + " no slot oversold or miscounted, nothing outside its window, nobody with two places.");
        report.goal(Goal.BOOKS, "ended by force, %d times".formatted(ROUNDS), 0);
        report.table("rounds", table);
    }

    private static void end(Victim victim, MeasuredPortal portal) {
        if (victim != Victim.PORTAL) {
            portal.killDatabase();
        }
        if (victim != Victim.DATABASE) {
            portal.kill();
        }
    }

    private static void comeBack(Victim victim, MeasuredPortal portal, Setting setting) throws IOException {
        if (victim != Victim.DATABASE) {
            portal.startAgain(setting.javaOptions(), List.of("--demo"));
        }
        long deadline = System.nanoTime() + BACK_WITHIN.toNanos();
        while (!isOpen(portal)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The portal did not open again within " + BACK_WITHIN.toSeconds() + " s.");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isOpen(MeasuredPortal portal) {
        try {
            return new OneAnswer(portal.url()).get("/check-in", "").status() == 200;
        } catch (IOException notYet) {
            return false;
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
