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
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.wire.Wire;

/** A second node on the same database, which here has to share the cores: what sharing costs, and whether the books hold. */
final class GrowingNodesDrill implements Drill {
    private static final int CONNECTIONS = 64;
    private static final int PAIRS = 5;
    private static final int JOURNEYS = 160;
    private static final int AT_ONCE = 16;
    private static final int NODES = 2;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(20);

    private final Ledger ledger = new Ledger();

    /* One direction of a pair. */
    private record Turn(int nodes, double perSecond, double portalMillis, double databaseMillis, double foreign) {}

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
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try (MeasuredPortal first =
                        MeasuredPortal.start(setting.jar(), setting.javaOptions(), JourneysDrill.OPEN);
                Wire wire = new Wire(first.url(), CONNECTIONS)) {
            first.command("seed", "--clinics", "300", "--days", "20", "--capacity", "100");
            try (MeasuredPortal second = first.startNodeBeside(setting.javaOptions());
                    Wire other = new Wire(second.url(), CONNECTIONS);
                    Connection database = first.connect()) {
                Crowd one = new Crowd(first, wire, 1_000_000);
                Crowd two = new Crowd(second, other, 50_000_000);
                warm(one, two, setting, threads);
                for (int pair = 0; pair < PAIRS; pair++) {
                    turns.add(turn(first, second, List.of(one), threads, setting));
                    turns.add(turn(first, second, List.of(one, two), threads, setting));
                }
                List<String> broken = ledger.brokenPromises(database);
                if (!broken.isEmpty()) {
                    throw new PromiseBrokenException(broken);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        write(turns, report);
    }

    private void warm(Crowd one, Crowd two, Setting setting, ExecutorService threads) throws IOException {
        Duration span = setting.warmUp().compareTo(LONGEST_WARM_UP) < 0 ? setting.warmUp() : LONGEST_WARM_UP;
        Future<?> beside = threads.submit(() -> two.keep(AT_ONCE / NODES, span, new Tally(ledger), () -> {}));
        one.keep(AT_ONCE / NODES, span, new Tally(ledger), () -> {});
        await(beside);
    }

    /** As many journeys in all, and as many at once, through one node or shared by two. */
    private Turn turn(
            MeasuredPortal first, MeasuredPortal second, List<Crowd> crowds, ExecutorService threads, Setting setting)
            throws IOException {
        List<Tally> tallies = new ArrayList<>();
        List<Future<?>> walking = new ArrayList<>();
        CpuReading before = CpuReading.now(first.handle());
        CpuReading besideBefore = CpuReading.now(second.handle());
        for (Crowd crowd : crowds) {
            Tally tally = new Tally(ledger);
            tallies.add(tally);
            walking.add(threads.submit(() -> crowd.walk(JOURNEYS / crowds.size(), AT_ONCE / crowds.size(), tally)));
        }
        for (Future<?> each : walking) {
            await(each);
        }
        CpuReading after = CpuReading.now(first.handle());
        CpuUse use = after.since(before);
        double beside = CpuReading.now(second.handle()).since(besideBefore).portal();
        if (use.isDisturbed() && !setting.despiteForeignLoad()) {
            throw new DisturbedException(use.foreign());
        }
        long arrivals = tallies.stream().mapToLong(Tally::arrivals).sum();
        double seconds = (after.nanos() - before.nanos()) / 1e9;
        return new Turn(
                crowds.size(),
                arrivals / seconds,
                (use.portal() + beside) * seconds * 1_000 / Math.max(1, arrivals),
                use.database() * seconds * 1_000 / Math.max(1, arrivals),
                use.foreign());
    }

    private static void await(Future<?> walking) throws IOException {
        try {
            walking.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private void write(List<Turn> turns, Report report) throws IOException {
        List<Double> ratios = new ArrayList<>();
        Table table = new Table(
                "pair", "nodes", "journeys/s", "portal ms per journey, both nodes", "database ms per journey", "foreign cores");
        for (int at = 0; at < turns.size(); at++) {
            Turn turn = turns.get(at);
            table.row(
                    at / NODES + 1,
                    turn.nodes(),
                    turn.perSecond(),
                    turn.portalMillis(),
                    turn.databaseMillis(),
                    turn.foreign());
            if (turn.nodes() == NODES) {
                ratios.add(turn.perSecond() / turns.get(at - 1).perSecond());
            }
        }
        report.line("")
                .line(("**Two nodes on the cores of one: %.2f of its journeys a second** (median of %d pairs). Ledger over both"
                                + " nodes: %d codes shown, all confirmed, none oversold, early or doubled.")
                        .formatted(ratios.stream().sorted().toList().get(ratios.size() / 2), PAIRS, ledger.size()));
        report.goal(Goal.BOOKS, "two nodes", 0);
        report.line("Both nodes, the database and the driver share the cores of this machine. So this shows what a second"
                        + " node costs the database and the first node, and that the books hold. It cannot show that two"
                        + " nodes serve more than one: each would need cores of its own.")
                .line("");
        report.heading("One node and two in turns");
        report.table("nodes", table);
        report.plot("nodes", new Plot("Journeys a second, with the same visitors at once", "pair", "journeys/s")
                .line("one node", points(turns, 1))
                .line("two nodes", points(turns, NODES)));
    }

    private static List<double[]> points(List<Turn> turns, int nodes) {
        List<double[]> points = new ArrayList<>();
        for (int at = nodes - 1; at < turns.size(); at += NODES) {
            points.add(new double[] {at / NODES + 1, turns.get(at).perSecond()});
        }
        return points;
    }
}
