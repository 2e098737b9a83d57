package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.limit.BarePostgres;
import org.jeongmun.benchmark.limit.Pgbench;
import org.jeongmun.benchmark.limit.PostgresPrograms;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.wire.Wire;

/**
 * Goals 4 and 5: places taken over HTTP by people who have come as far as the choice of a time, against a PostgreSQL
 * with nothing in front of it that is asked for about the same.
 */
final class BookingDrill implements Drill {
    private static final int PAIRS = 5;
    private static final int SECONDS = 3;
    private static final int MOST_WARM_UPS = 6;
    /** As many as pgbench has connections, which does no more with more of them. */
    private static final int FEW = 32;

    private static final int CROWD = 128;
    private static final int MORE_TO_WARM = 9;
    private static final int FEWEST = 100;
    private static final int MOST = 6_000;

    private static final List<String> COLUMNS = List.of(
            "pair",
            "booked",
            "lost",
            "bookings/s",
            "pgbench/s",
            "pgbench ms each",
            "ratio",
            "portal µs each",
            "database µs each",
            "driver µs each");

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
                Wire wire = new Wire(portal.url(), CROWD);
                Connection database = portal.connect()) {
            bare.prepare(BareBooking.TABLES);
            Pgbench pgbench = new Pgbench(bare, transaction, FEW);
            pgbench.run(1);
            Ledger ledger = new Ledger();
            // A slot holds a hundred thousand at most, which a fast portal takes before it is warm: the warm-up has
            // slots of its own, of which ten hold a million.
            int toWarm = slots + MORE_TO_WARM;
            List<Long> places = Places.add(portal, toWarm + 2 * slots, capacity);
            List<Long> warming = places.subList(0, toWarm);
            Bookings bookings = new Bookings(portal, wire, ledger);
            Undisturbed undisturbed = new Undisturbed(portal, setting);
            undisturbed.settle();
            report.line(
                    "A booking is two forms and what the portal does for them: holding a place and confirming it, in a"
                            + " transaction with whoever holds or confirms at the same moment. pgbench does one transaction for"
                            + " each, on a PostgreSQL of the same programs and settings, on %d connections. The few come"
                                    .formatted(FEW)
                            + " first, the crowd after them, each to slots of their own.");
            for (int people : new int[] {FEW, CROWD}) {
                bookings.come(people, warming);
                double perSecond = UntilCompiled.warm(portal, MOST_WARM_UPS, () -> bookings.warm(setting.warmUp()));
                int first = people == FEW ? toWarm : toWarm + slots;
                bookings.come(people, places.subList(first, first + slots));
                report.heading("%d people at once".formatted(people));
                compare(new Sides(portal, bookings, pgbench), people, perSecond, undisturbed, report);
                double transactions = transactions(each(perSecond), bookings, database);
                report.line("Transactions for each booking, in a round of its own: **%.2f**.".formatted(transactions));
                report.line(bookings.losses().words());
            }
            requireKept(ledger, database);
            report.heading("Both");
            undisturbed.tell(report);
            report.line(
                    "Ledger: %d codes shown, all confirmed; none oversold, early or doubled.".formatted(ledger.size()));
        }
    }

    private record Sides(MeasuredPortal portal, Bookings bookings, Pgbench pgbench) {}

    private void compare(Sides sides, int people, double perSecond, Undisturbed undisturbed, Report report)
            throws IOException, SQLException {
        Ratios ratios = new Ratios();
        Table table = new Table(COLUMNS.toArray(String[]::new));
        for (int pair = 1; pair <= PAIRS; pair++) {
            Pair measured = undisturbed.of(() -> pair(each(perSecond), sides), Pair::use);
            sides.bookings().losses().requireFew();
            table.row(figures(pair, measured, ratios));
        }
        report.table(Integer.toString(people), table);
        report.line(ratios.spread() + ".");
        report.goal(goal, "%d people at once".formatted(people), ratios.median());
    }

    private static int each(double perSecond) {
        return (int) Math.max(FEWEST, Math.min(MOST, perSecond * SECONDS));
    }

    private record Pair(int ready, CostOfEach ours, Pgbench.Figures limit, CpuUse use) {}

    /** Measures both, one right after the other; what comes before and after is nobody's cost. */
    private static Pair pair(int each, Sides sides) throws IOException {
        ProcessHandle portal = sides.portal().handle();
        int ready = sides.bookings().prepare(each);
        CpuReading before = CpuReading.now(portal);
        CostOfEach ours = CostOfEach.of(portal, sides.bookings()::book);
        Pgbench.Figures limit = sides.pgbench().run(SECONDS);
        CpuUse use = CpuReading.now(portal).since(before);
        sides.bookings().lookAtReceipts();
        return new Pair(ready, ours, limit, use);
    }

    /** In the order of the columns. */
    private static Object[] figures(int number, Pair pair, Ratios ratios) {
        CostOfEach ours = pair.ours();
        return new Object[] {
            number,
            ours.count(),
            pair.ready() - ours.count(),
            ours.perSecond(),
            pair.limit().perSecond(),
            pair.limit().millis(),
            ratios.add(ours.perSecond(), pair.limit().perSecond()),
            ours.portalMicros(),
            ours.databaseMicros(),
            ours.driverMicros()
        };
    }

    /** @return how many the database has for each booking, without what the portal's readers do all the time */
    private static double transactions(int each, Bookings bookings, Connection database)
            throws IOException, SQLException {
        bookings.prepare(each);
        Transactions transactions = new Transactions(database);
        Transactions.Counted quiet = transactions.quiet(Duration.ofSeconds(SECONDS));
        long[] booked = new long[1];
        Transactions.Counted busy = transactions.during(() -> booked[0] = bookings.book());
        bookings.lookAtReceipts();
        bookings.losses().requireFew();
        return busy.beyond(quiet) / Math.max(1, booked[0]);
    }

    private static void requireKept(Ledger ledger, Connection database) throws SQLException {
        List<String> broken = ledger.brokenPromises(database);
        if (!broken.isEmpty()) {
            throw new PromiseBrokenException(broken);
        }
    }
}
