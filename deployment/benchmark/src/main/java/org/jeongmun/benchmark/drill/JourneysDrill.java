package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jeongmun.benchmark.ledger.DatabaseWork;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.machine.CompilerThreads;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.portal.Allocations;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.visit.Stage;
import org.jeongmun.benchmark.wire.Wire;

/** Goal 6: how many whole journeys a second end in a code, with driver and database on the same cores. */
final class JourneysDrill implements Drill {
    private static final int MOST_CONNECTIONS = 512;
    private static final int WARMING_VISITORS = 16;
    private static final List<String> RATE_COLUMNS = List.of(
            "offered/s",
            "begun/s",
            "ended in a code",
            "lost",
            "p50 ms",
            "p99 ms",
            "max ms",
            "portal cores",
            "database cores",
            "driver cores",
            "foreign cores",
            "portal ms per journey",
            "database ms per journey",
            "driver ms per journey",
            "log kB per journey",
            "allocated kB per journey",
            "good");
    private static final int SLICE = 10;

    /** All pages of the way take long to be compiled. */
    private static final int MOST_WARM_UPS = 10;

    private static final int FIRST = 1_000_000;

    /** A portal half a minute after the opening of the story. */
    static final List<String> OPEN = List.of("--demo", "--demo-clock", "2021-07-14T20:00:30+09:00");

    @Override
    public String name() {
        return "journeys";
    }

    @Override
    public String title() {
        return "Whole journeys: check-in, clinic, slot, hold, confirm, receipt";
    }

    /** One round at a rate. */
    private interface Offer {
        boolean isGood(double rate) throws IOException, SQLException;
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        List<Round> rounds = new ArrayList<>();
        Ledger ledger = new Ledger();
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), OPEN)) {
            portal.command("seed", "--clinics", "300", "--days", "20", "--capacity", "100");
            try (Connection database = portal.connect();
                    Allocations allocations = Allocations.of(portal.handle());
                    Wire wire = new Wire(portal.url(), MOST_CONNECTIONS)) {
                Crowd crowd = new Crowd(portal, wire, FIRST);
                Undisturbed undisturbed = new Undisturbed(portal, setting);
                undisturbed.settle();
                warm(portal, crowd, setting, ledger, report);
                Offer offer = rate -> {
                    rounds.add(undisturbed.of(
                            () -> round(rate, setting, portal, crowd, new Tally(ledger), database, allocations),
                            Round::cpu));
                    return rounds.get(rounds.size() - 1).isGood();
                };
                for (double rate : setting.rates()) {
                    // More connections than ever before have Java compile anew, once: a rate is offered twice for that.
                    if (!offer.isGood(rate) && !offer.isGood(rate)) {
                        break;
                    }
                }
                List<String> broken = ledger.brokenPromises(database);
                if (!broken.isEmpty()) {
                    throw new PromiseBrokenException(broken);
                }
                undisturbed.tell(report);
            }
        }
        write(rounds, ledger, report);
    }

    /** A Java that has just started compiles what it runs: how long that takes is a figure too. */
    private static void warm(MeasuredPortal portal, Crowd crowd, Setting setting, Ledger ledger, Report report)
            throws IOException {
        Table table = new Table("seconds", "journeys a second", "cores of the compiler");
        List<double[]> rate = new ArrayList<>();
        CompilerThreads compiler = new CompilerThreads(portal.handle());
        long least = setting.warmUp().toSeconds();
        boolean compiled = false;
        for (long second = SLICE; second <= least || !compiled && second <= MOST_WARM_UPS * least; second += SLICE) {
            Tally slice = new Tally(ledger);
            long begin = System.nanoTime();
            crowd.keep(WARMING_VISITORS, Duration.ofSeconds(SLICE), slice, () -> {});
            double cores = compiler.cores();
            rate.add(new double[] {second, slice.arrivals() * 1e9 / (System.nanoTime() - begin)});
            table.row(second, rate.get(rate.size() - 1)[1], cores);
            compiled = CompilerThreads.isAtRest(cores);
        }
        report.heading("Warming up, %d visitors at any time, until the compiler rests".formatted(WARMING_VISITORS));
        report.table("warming", table);
        report.plot("warming", new Plot("Warming up", "seconds", "journeys a second").line("rate", rate));
    }

    private static Round round(
            double rate,
            Setting setting,
            MeasuredPortal portal,
            Crowd crowd,
            Tally tally,
            Connection database,
            Allocations allocations)
            throws SQLException {
        DatabaseWork workBefore = DatabaseWork.now(database);
        Map<Long, Long> bytesBefore = allocations.now();
        CpuReading before = CpuReading.now(portal.handle());
        CpuReading[] after = new CpuReading[1];
        crowd.come(rate, setting.span(), tally, () -> after[0] = CpuReading.now(portal.handle()));
        CpuUse use = after[0].since(before);
        double seconds = (after[0].nanos() - before.nanos()) / 1e9;
        long bytes = allocations.since(bytesBefore);
        CpuReading last = CpuReading.now(portal.handle());
        CpuUse whole = last.since(before);
        double wholeSeconds = (last.nanos() - before.nanos()) / 1e9;
        DatabaseWork work = DatabaseWork.now(database).since(workBefore);
        return new Round(rate, seconds, tally, use, whole, wholeSeconds, work, bytes);
    }

    private static void write(List<Round> rounds, Ledger ledger, Report report) throws IOException {
        double best = rounds.stream()
                .filter(Round::isGood)
                .mapToDouble(Round::offered)
                .max()
                .orElse(0);
        report.line("")
                .line(
                        "**%.0f journeys a second**: the highest offered rate at which every journey ended in a code and 99 of"
                                        .formatted(best)
                                + " 100 took no longer than two seconds from when they were meant to begin. A rate that was not good is"
                                + " offered once more, and both rounds are told. Ledger: %d codes shown,"
                                        .formatted(ledger.size())
                                + " all confirmed; none oversold, early or doubled.");
        report.goal(Goal.JOURNEYS, best).goal(Goal.BOOKS, "journeys", 0);
        report.heading("Rates");
        report.table("rates", rates(rounds));
        rounds.stream().filter(round -> !round.tally().losses().isEmpty()).forEach(round -> note(round, report));
        report.heading("Requests of the last good round, or of the first");
        Round shown = rounds.stream()
                .filter(Round::isGood)
                .reduce((first, second) -> second)
                .orElse(rounds.get(0));
        report.table("requests", requests(shown));
        report.plot("time", plot(rounds));
    }

    private static void note(Round round, Report report) {
        try {
            report.line("At %.0f a second were lost: %s"
                    .formatted(round.offered(), round.tally().losses()));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Table rates(List<Round> rounds) {
        Table table = new Table(RATE_COLUMNS.toArray(String[]::new));
        rounds.forEach(round -> table.row(figures(round)));
        return table;
    }

    /** In the order of the columns. */
    private static Object[] figures(Round round) {
        return new Object[] {
            round.offered(),
            round.begunPerSecond(),
            round.tally().arrivals(),
            round.tally().begun() - round.tally().arrivals(),
            round.milliseconds(50),
            round.milliseconds(99),
            round.milliseconds(100),
            round.cpu().portal(),
            round.cpu().database(),
            round.cpu().driver(),
            round.cpu().foreign(),
            round.millisecondsPerJourney(CpuUse::portal),
            round.millisecondsPerJourney(CpuUse::database),
            round.millisecondsPerJourney(CpuUse::driver),
            round.perJourney(round.work().logBytes() / 1024.0),
            round.perJourney(round.allocated() / 1024.0),
            round.isGood() ? "yes" : "no"
        };
    }

    private static Table requests(Round round) {
        Table table = new Table("request", "count", "p50 ms", "p90 ms", "p99 ms", "max ms");
        for (Stage stage : Stage.values()) {
            Histogram times = round.tally().of(stage);
            table.row(
                    stage.request(),
                    times.getTotalCount(),
                    times.getValueAtPercentile(50) / 1000.0,
                    times.getValueAtPercentile(90) / 1000.0,
                    times.getValueAtPercentile(99) / 1000.0,
                    times.getMaxValue() / 1000.0);
        }
        return table;
    }

    private static Plot plot(List<Round> rounds) {
        return new Plot("Time of a whole journey", "journeys offered a second", "ms")
                .line("median", points(rounds, 50))
                .line("99 of 100", points(rounds, 99));
    }

    private static List<double[]> points(List<Round> rounds, double percentile) {
        return rounds.stream()
                .map(round -> new double[] {round.offered(), round.milliseconds(percentile)})
                .toList();
    }
}
