package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jeongmun.benchmark.ledger.DatabaseWork;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.limit.BarePostgres;
import org.jeongmun.benchmark.limit.Pgbench;
import org.jeongmun.benchmark.limit.PostgresPrograms;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.wire.Wire;

/**
 * Goals 4 and 5: places taken over HTTP by people who have come as far as the choice of a time, against a PostgreSQL with
 * nothing in front of it that is asked for about the same.
 */
final class BookingDrill implements Drill {
    private static final int PAIRS = 5;
    private static final int SECONDS = 3;
    private static final int AT_ONCE = 32;
    private static final int FEWEST = 100;
    private static final int MOST = 6_000;

    private static final List<String> COLUMNS = List.of(
            "pair",
            "booked",
            "bookings/s",
            "pgbench/s",
            "pgbench ms each",
            "ratio",
            "portal µs each",
            "database µs each",
            "driver µs each",
            "transactions each");

    private final String name;
    private final String title;
    private final int slots;
    private final int capacity;
    private final String transaction;
    private final Goal goal;

    private BookingDrill(String name, String title, int slots, int capacity, String transaction, Goal goal) {
        this.name = name;
        this.title = title;
        this.slots = slots;
        this.capacity = capacity;
        this.transaction = transaction;
        this.goal = goal;
    }

    /** @return everybody wants the same slot */
    static BookingDrill hot() {
        return new BookingDrill(
                "slot",
                "Bookings on one slot, against pgbench with an update and an insert",
                1,
                100_000,
                BareBooking.PLAIN,
                Goal.HOT_SLOT);
    }

    /** @return everybody wants another one of a thousand slots */
    static BookingDrill spread() {
        return new BookingDrill(
                "slots",
                "Bookings over 1,000 slots, against pgbench with a function",
                1_000,
                1_000,
                BareBooking.FUNCTION,
                Goal.MANY_SLOTS);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), JourneysDrill.OPEN);
                BarePostgres bare = BarePostgres.start(PostgresPrograms.of(portal.handle()));
                Wire wire = new Wire(portal.url(), AT_ONCE);
                Connection database = portal.connect()) {
            bare.prepare(BareBooking.TABLES);
            Ledger ledger = new Ledger();
            Bookings bookings = new Bookings(portal, wire, AT_ONCE, Places.add(portal, slots, capacity), ledger);
            double perSecond = bookings.warm(setting.warmUp());
            int each = (int) Math.max(FEWEST, Math.min(MOST, perSecond * SECONDS));
            Pgbench pgbench = new Pgbench(bare, transaction, AT_ONCE);
            pgbench.run(1);
            Ratios ratios = new Ratios();
            Table table = new Table(COLUMNS.toArray(String[]::new));
            for (int pair = 1; pair <= PAIRS; pair++) {
                bookings.prepare(each);
                table.row(pair(pair, bookings, pgbench, portal, database, setting, ratios));
                bookings.lookAtReceipts();
            }
            requireKept(ledger, database);
            write(table, ratios, ledger, report);
        }
    }

    /** Measures both, one right after the other. @return the figures in the order of the columns */
    private static Object[] pair(
            int number,
            Bookings bookings,
            Pgbench pgbench,
            MeasuredPortal portal,
            Connection database,
            Setting setting,
            Ratios ratios)
            throws IOException, SQLException {
        DatabaseWork workBefore = DatabaseWork.now(database);
        CpuReading before = CpuReading.now(portal.handle());
        CostOfEach ours = CostOfEach.of(portal.handle(), bookings::book);
        Pgbench.Figures limit = pgbench.run(SECONDS);
        DisturbedException.throwIf(CpuReading.now(portal.handle()).since(before), setting);
        double transactions = DatabaseWork.now(database).since(workBefore).transactions();
        return new Object[] {
            number,
            ours.count(),
            ours.perSecond(),
            limit.perSecond(),
            limit.millis(),
            ratios.add(ours.perSecond(), limit.perSecond()),
            ours.portalMicros(),
            ours.databaseMicros(),
            ours.driverMicros(),
            transactions / ours.count()
        };
    }

    private static void requireKept(Ledger ledger, Connection database) throws SQLException {
        List<String> broken = ledger.brokenPromises(database);
        if (!broken.isEmpty()) {
            throw new PromiseBrokenException(broken);
        }
    }

    private void write(Table table, Ratios ratios, Ledger ledger, Report report) throws IOException {
        report.heading("%d at once".formatted(AT_ONCE));
        report.line(
                        "A booking is two forms and what the portal does for them, two transactions among it: holding a place and"
                                + " confirming it. pgbench does one transaction for each, on a PostgreSQL of the same programs and"
                                + " settings. Transactions of the portal's own readers are counted with the bookings.")
                .line("");
        report.table("pairs", table);
        report.line(ratios.spread() + ".");
        report.goal(goal, ratios.median());
        report.line("Ledger: %d codes shown, all confirmed; none oversold, early or doubled.".formatted(ledger.size()));
    }
}
