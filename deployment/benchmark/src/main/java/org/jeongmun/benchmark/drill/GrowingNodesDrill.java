package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.portal.SecondNode;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.wire.Wire;

/**
 * A second node on the same database, which here has to share the cores: what sharing costs, and whether the books
 * hold.
 */
final class GrowingNodesDrill implements Drill {
    private static final int CONNECTIONS = 64;
    private static final int PAIRS = 5;
    private static final int JOURNEYS = 160;
    private static final int AT_ONCE = 16;
    private static final int NODES = 2;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(20);

    /* One half of a pair. */
    private record Turn(
            int nodes, double perSecond, double portalMillis, double databaseMillis, long lost, CpuUse use) {}

    /* Both nodes, who comes to each, and what they were shown. */
    private record Both(
            MeasuredPortal first,
            MeasuredPortal second,
            List<Crowd> crowds,
            Ledger ledger,
            ExecutorService threads,
            Undisturbed undisturbed) {}

    @Override
    public String name() {
        return "growth-nodes";
    }

    @Override
    public String title() {
        return "A second node on the same database, on the same cores";
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        List<Turn> turns = new ArrayList<>();
        Ledger ledger = new Ledger();
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try (MeasuredPortal first = MeasuredPortal.start(setting.jar(), setting.javaOptions(), JourneysDrill.OPEN);
                Wire wire = new Wire(first.url(), CONNECTIONS)) {
            first.command("seed", "--clinics", "300", "--days", "20", "--capacity", "100");
            try (MeasuredPortal second = SecondNode.beside(first, setting.jar(), setting.javaOptions());
                    Wire other = new Wire(second.url(), CONNECTIONS);
                    Connection database = first.connect()) {
                List<Crowd> crowds = List.of(new Crowd(first, wire, 1_000_000), new Crowd(second, other, 50_000_000));
                Both both = new Both(first, second, crowds, ledger, threads, new Undisturbed(first, setting));
                both.undisturbed().settle();
                warm(both, setting.warmUp());
                for (int pair = 0; pair < PAIRS; pair++) {
                    turns.add(both.undisturbed().of(() -> turn(both, 1), Turn::use));
                    turns.add(both.undisturbed().of(() -> turn(both, NODES), Turn::use));
                }
                List<String> broken = ledger.brokenPromises(database);
                if (!broken.isEmpty()) {
                    throw new PromiseBrokenException(broken);
                }
                both.undisturbed().tell(report);
            }
        } finally {
            threads.shutdownNow();
        }
        write(turns, ledger, report);
    }

    private static void warm(Both both, Duration asked) throws IOException {
        Duration span = asked.compareTo(LONGEST_WARM_UP) < 0 ? asked : LONGEST_WARM_UP;
        List<Future<?>> walking = new ArrayList<>();
        for (Crowd crowd : both.crowds()) {
            Tally tally = new Tally(both.ledger());
            walking.add(both.threads().submit(() -> crowd.keep(AT_ONCE / NODES, span, tally, () -> {})));
        }
        await(walking);
    }

    /** As many journeys in all, and as many at once, through one node or shared by two. */
    private static Turn turn(Both both, int nodes) throws IOException {
        List<Tally> tallies = new ArrayList<>();
        List<Future<?>> walking = new ArrayList<>();
        CpuReading before = CpuReading.now(both.first().handle());
        CpuReading besideBefore = CpuReading.now(both.second().handle());
        for (Crowd crowd : both.crowds().subList(0, nodes)) {
            Tally tally = new Tally(both.ledger());
            tallies.add(tally);
            walking.add(both.threads().submit(() -> crowd.walk(JOURNEYS / nodes, AT_ONCE / nodes, tally)));
        }
        await(walking);
        CpuReading after = CpuReading.now(both.first().handle());
        CpuUse use = after.since(before);
        double beside =
                CpuReading.now(both.second().handle()).since(besideBefore).portal();
        long arrivals = tallies.stream().mapToLong(Tally::arrivals).sum();
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        return new Turn(
                nodes,
                arrivals / seconds,
                (use.portal() + beside) * seconds * 1_000 / Math.max(1, arrivals),
                use.database() * seconds * 1_000 / Math.max(1, arrivals),
                JOURNEYS - arrivals,
                use);
    }

    private static void await(List<Future<?>> walking) throws IOException {
        try {
            for (Future<?> each : walking) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void write(List<Turn> turns, Ledger ledger, Report report) throws IOException {
        List<Double> ratios = new ArrayList<>();
        for (int at = 1; at < turns.size(); at += NODES) {
            ratios.add(turns.get(at).perSecond() / turns.get(at - 1).perSecond());
        }
        report.line("")
                .line(
                        ("**Two nodes on the cores of one: %.2f of its journeys a second** (median of %d pairs). Ledger over both"
                                        + " nodes: %d codes shown, all confirmed, none oversold, early or doubled.")
                                .formatted(
                                        ratios.stream().sorted().toList().get(ratios.size() / 2),
                                        PAIRS,
                                        ledger.size()));
        report.goal(Goal.BOOKS, "two nodes", 0);
        report.line(
                        "Both nodes, the database and the driver share the cores of this machine. So this shows what a second"
                                + " node costs the database and the first node, and that the books hold. It cannot show that two"
                                + " nodes serve more than one: each would need cores of its own.")
                .line("");
        report.heading("One node and two in turns");
        report.table("nodes", table(turns));
        report.plot(
                "nodes",
                new Plot("Journeys a second, with the same visitors at once", "pair", "journeys/s")
                        .line("one node", points(turns, 1))
                        .line("two nodes", points(turns, NODES)));
    }

    private static Table table(List<Turn> turns) {
        Table table = new Table(
                "pair",
                "nodes",
                "journeys/s",
                "portal ms per journey, both nodes",
                "database ms per journey",
                "lost",
                "foreign cores");
        for (int at = 0; at < turns.size(); at++) {
            Turn turn = turns.get(at);
            table.row(
                    at / NODES + 1,
                    turn.nodes(),
                    turn.perSecond(),
                    turn.portalMillis(),
                    turn.databaseMillis(),
                    turn.lost(),
                    turn.use().foreign());
        }
        return table;
    }

    private static List<double[]> points(List<Turn> turns, int nodes) {
        List<double[]> points = new ArrayList<>();
        for (int at = nodes - 1; at < turns.size(); at += NODES) {
            points.add(new double[] {at / NODES + 1, turns.get(at).perSecond()});
        }
        return points;
    }
}
