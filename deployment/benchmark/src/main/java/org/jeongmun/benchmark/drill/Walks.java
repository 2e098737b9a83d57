package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.machine.CpuCost;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.visit.Stage;
import org.jeongmun.benchmark.wire.Wire;

/** A known number of whole journeys through one portal, again and again while something else grows. */
final class Walks {
    private static final int AT_ONCE = 8;
    private static final int WARMING_AT_ONCE = 16;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(25);
    private static final int FIRST = 1_000_000;

    private final MeasuredPortal portal;
    private final Setting setting;
    private final Ledger ledger = new Ledger();
    private final Crowd crowd;
    private final Undisturbed undisturbed;

    /** What each journey took. @param lost how many ended in no code */
    record Walked(CpuCost cost, double perSecond, Tally tally, long lost) {
        double milliseconds(Stage stage) {
            return tally.of(stage).getValueAtPercentile(50) / 1_000.0;
        }
    }

    Walks(MeasuredPortal portal, Wire wire, Setting setting) {
        this.portal = portal;
        this.setting = setting;
        this.crowd = new Crowd(portal, wire, FIRST);
        this.undisturbed = new Undisturbed(portal, setting);
    }

    /** Java compiles what it runs: what is compared is compared warm, or at least equally warm. */
    void warm() {
        Duration span = setting.warmUp().compareTo(LONGEST_WARM_UP) < 0 ? setting.warmUp() : LONGEST_WARM_UP;
        crowd.keep(WARMING_AT_ONCE, span, new Tally(ledger), () -> {});
    }

    /** After clinics or windows have been brought in: waits until the disk has them and others are quiet. */
    void settle() throws IOException {
        undisturbed.settle();
    }

    /** Journeys that nobody measures. */
    void stroll(int journeys) {
        crowd.walk(journeys, AT_ONCE, new Tally(ledger));
    }

    /**
     * Measures so many, again when others used the machine meanwhile.
     *
     * @throws DisturbedException when they did so every time
     */
    Walked walk(int journeys) throws IOException, SQLException {
        return undisturbed.of(() -> once(journeys), walked -> walked.cost().use());
    }

    private Walked once(int journeys) {
        Tally tally = new Tally(ledger);
        CpuReading before = CpuReading.now(portal.handle());
        crowd.walk(journeys, AT_ONCE, tally);
        CpuReading after = CpuReading.now(portal.handle());
        CpuCost cost = CpuCost.ofEach(tally.arrivals(), before, after);
        return new Walked(
                cost, tally.arrivals() * 1e9 / (after.nanos() - before.nanos()), tally, journeys - tally.arrivals());
    }

    /** Writes down what had to be measured again. */
    void tell(Report report) throws IOException {
        undisturbed.tell(report);
    }

    /** @return codes shown so far */
    int codes() {
        return ledger.size();
    }

    /** @throws PromiseBrokenException when the tables say otherwise than what visitors were shown */
    void requireKept(Connection database) throws SQLException {
        List<String> broken = ledger.brokenPromises(database);
        if (!broken.isEmpty()) {
            throw new PromiseBrokenException(broken);
        }
    }
}
