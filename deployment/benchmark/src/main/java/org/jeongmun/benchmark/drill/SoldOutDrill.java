package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.limit.Wrk;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.visit.Booker;
import org.jeongmun.benchmark.visit.FormKey;
import org.jeongmun.benchmark.visit.OneAnswer;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Wire;

/** Goal 11: nothing is left, and people go on asking: how many are told so, and what the database has to do with it. */
final class SoldOutDrill implements Drill {
    private static final int CONNECTIONS = 64;
    private static final int SECONDS = 6;
    private static final Duration SOLD_OUT_WITHIN = Duration.ofSeconds(60);
    private static final int FIRST = 1_000_000;
    private static final int FIRST_REFUSAL = 400;
    private static final double TO_HUNDREDTHS = 100;

    @Override
    public String name() {
        return "soldout";
    }

    @Override
    public String title() {
        return "Sold-out answers, and what the database does for each";
    }

    /** One way to be told. */
    private record Asking(String what, Wrk wrk, String outcome) {}

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), JourneysDrill.OPEN);
                Wire wire = new Wire(portal.url(), CONNECTIONS);
                Connection database = portal.connect()) {
            long slot = Places.add(portal, 1, 1).get(0);
            List<Booker> crowd = arrived(portal, wire);
            Places.sellOut(portal);
            awaitSoldOut(portal.url());
            List<Asking> ways = ways(portal.url(), crowd, slot);
            for (Asking way : ways) {
                way.wrk().warm(Math.max(1, setting.warmUp().toSeconds() / ways.size()));
            }
            measure(ways, portal, database, setting, report);
            List<String> broken = new Ledger().brokenPromises(database);
            if (!broken.isEmpty()) {
                throw new PromiseBrokenException(broken);
            }
        }
    }

    /** A crowd that has checked in and chosen the clinic while there was a place, one for each connection. */
    private static List<Booker> arrived(MeasuredPortal portal, Wire wire) throws IOException {
        FormKey key = FormKey.from(portal.url());
        Errands errands = new Errands(wire, 1);
        long deadline = System.nanoTime() + SOLD_OUT_WITHIN.toNanos();
        for (int next = FIRST; errands.done().size() < CONNECTIONS; next++) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The portal does not know the clinic that was imported.");
            }
            Booker person = new Booker(next, portal.host(), wire, key);
            errands.all(List.of(person), (arriving, told) -> arriving.arrive(Places.CLINIC, told));
        }
        return errands.done();
    }

    private static void awaitSoldOut(URI portal) throws IOException {
        long deadline = System.nanoTime() + SOLD_OUT_WITHIN.toNanos();
        while (!new OneAnswer(portal).get("/schedule.json", "").body().contains("\"status\":\"SOLD_OUT\"")) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The portal does not find that it is sold out.");
            }
            sleep(Duration.ofMillis(100));
        }
    }

    private static List<Asking> ways(URI portal, List<Booker> crowd, long slot) throws IOException {
        Booker somebody = crowd.get(0);
        List<Asking> ways = new ArrayList<>();
        OneAnswer asking = new OneAnswer(portal);
        for (String path : List.of("/reserve/slot", "/reserve/clinic")) {
            Answer told = asking.get(path, somebody.cookies());
            ways.add(asking("GET " + path, new Wrk(portal.resolve(path), CONNECTIONS, somebody.cookies()), told));
        }
        String form = somebody.holding(slot);
        List<String> cookies = crowd.stream().map(Booker::cookies).toList();
        Wrk posting = Wrk.posting(portal.resolve("/reserve/slot"), CONNECTIONS, cookies, form);
        ways.add(asking("POST /reserve/slot", posting, asking.post("/reserve/slot", somebody.cookies(), form)));
        return ways;
    }

    /** Where the first answer is a refusal all are to be. */
    private static Asking asking(String what, Wrk wrk, Answer told) {
        return new Asking(what, told.status() < FIRST_REFUSAL ? wrk : wrk.refused(), told.outcome());
    }

    private static void measure(
            List<Asking> ways, MeasuredPortal portal, Connection database, Setting setting, Report report)
            throws IOException, SQLException {
        Table table = new Table(
                "answer",
                "status",
                "answers",
                "other answers",
                "answers/s",
                "transactions",
                "of readers alone",
                "for each answer");
        Undisturbed undisturbed = new Undisturbed(portal, setting);
        undisturbed.settle();
        Transactions transactions = new Transactions(database);
        List<Double> statements = new ArrayList<>();
        for (Asking way : ways) {
            Transactions.Counted quiet = transactions.quiet(Duration.ofSeconds(SECONDS));
            Wrk.Figures[] figures = new Wrk.Figures[1];
            Transactions.Counted busy = undisturbed.whole(
                    () -> transactions.during(() -> figures[0] = way.wrk().run(SECONDS)));
            double each = busy.beyond(quiet) / figures[0].answers();
            statements.add(Math.max(0, Math.round(each * TO_HUNDREDTHS) / TO_HUNDREDTHS));
            table.row(
                    way.what(),
                    way.outcome(),
                    figures[0].answers(),
                    figures[0].wrong(),
                    figures[0].perSecond(),
                    busy.transactions(),
                    quiet.transactions(),
                    String.format(java.util.Locale.ROOT, "%.4f", each));
        }
        write(table, report);
        undisturbed.tell(report);
        for (int at = 0; at < ways.size(); at++) {
            report.goal(Goal.SOLD_OUT, ways.get(at).what(), statements.get(at));
        }
    }

    private static void write(Table table, Report report) throws IOException {
        report.heading("%d connections".formatted(CONNECTIONS));
        report.line(
                        "Every slot of the portal is full. Somebody who has checked in looks at the times of a clinic and at"
                                + " the clinics, and as many people as there are connections ask for a place all the same. The portal reads state and directory several times a"
                                + " second, whatever is asked: as many transactions were counted in the same time before, when"
                                + " nobody asked. Hundredths of a transaction for each answer count, less does not.")
                .line("");
        report.table("ways", table);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
