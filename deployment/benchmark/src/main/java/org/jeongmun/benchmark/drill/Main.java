package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.machine.ForeignLoad;
import org.jeongmun.benchmark.machine.Machine;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Index;
import org.jeongmun.benchmark.report.Report;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command behind {@code deployment/benchmark/run}. */
@Command(
        name = "deployment/benchmark/run",
        description = "Measures portal.jar on this machine and writes a report.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    private static final List<Drill> DRILLS = List.of(
            new JourneysDrill(),
            new FlipDrill(),
            StaticDrill.closed(),
            StaticDrill.waiting(),
            new CrashDrill(),
            new OpeningDrill(),
            new OverloadDrill(),
            new GatedDrill(),
            new TicketsDrill(),
            BookingDrill.hot(),
            BookingDrill.spread(),
            new SoldOutDrill(),
            GrowingLineDrill.heap(),
            GrowingLineDrill.waiting(),
            new GrowingDirectoryDrill(),
            new GrowingCohortsDrill(),
            new GrowingNodesDrill());

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Which to run; all when none is named: journeys, flip, closed, waiting, crash, opening,"
                    + " overload, gated, tickets, slot, slots, soldout, heap, growth-waiting, growth-clinics,"
                    + " growth-windows, growth-nodes; growth stands for the last four.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--jar", paramLabel = "FILE", required = true, description = "The portal.jar to measure.")
    private Path jar;

    @Option(names = "--out", paramLabel = "DIR", description = "Where reports go.", defaultValue = "target/benchmark")
    private Path out;

    @Option(names = "--seconds", paramLabel = "N", description = "How long each round is.", defaultValue = "15")
    private int seconds;

    @Option(names = "--warm-up", paramLabel = "N", description = "Seconds before the first.", defaultValue = "40")
    private int warmUp;

    @Option(
            names = "--rates",
            paramLabel = "R",
            split = ",",
            description = "Journeys offered a second, one round each, until one is not good.",
            defaultValue = "25,40,50,60,75,90,100,125,150,175,200,250,300,350,400,450,500,556,600")
    private List<Double> rates;

    @Option(names = "--java-option", paramLabel = "OPTION", description = "For the portal's Java; may be repeated.")
    private List<String> javaOptions = new ArrayList<>();

    @Mixin
    private EveningOptions evening = new EveningOptions();

    @Option(
            names = "--despite-foreign-load",
            description = "Reports although others use the machine, and says so: for development, not for figures.")
    private boolean despiteForeignLoad;

    /** Made by picocli. */
    public Main() {}

    /**
     * Runs and exits: 0 done, 1 a promise was broken, 2 wrong usage, 3 the machine or the portal does not allow it.
     * What becomes of one benchmark hides nothing of the others: all are run, and the gravest is what it exits with.
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        for (String each : names) {
            if (DRILLS.stream().noneMatch(drill -> isMeantBy(each, drill))) {
                System.err.println("There is no benchmark of the name " + each + "; --help names them.");
                return 2;
            }
        }
        Setting setting = new Setting(
                jar.toAbsolutePath(),
                Files.createDirectories(out.toAbsolutePath()),
                javaOptions,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                rates,
                despiteForeignLoad,
                evening);
        Index index = new Index(setting.out(), parameters(setting, ForeignLoad.beforeTheStart()));
        int gravest = 0;
        for (Drill drill : DRILLS) {
            if (names.isEmpty() || names.stream().anyMatch(each -> isMeantBy(each, drill))) {
                int code = run(drill, setting, index);
                gravest = code == 1 || gravest == 1 ? 1 : Math.max(code, gravest);
            }
        }
        System.out.println("All of it: " + setting.out().resolve("report.html"));
        return gravest;
    }

    /** A name is one, or the beginning that several have in common. */
    private static boolean isMeantBy(String name, Drill drill) {
        return drill.name().equals(name) || drill.name().startsWith(name + "-");
    }

    private int run(Drill drill, Setting setting, Index index) throws IOException {
        Report report = new Report(setting.out(), drill.name());
        long began = System.nanoTime();
        String outcome = "done";
        int code = 0;
        try {
            measure(drill, setting, report);
            System.out.println("Report: " + setting.out().resolve(drill.name() + ".md"));
        } catch (PromiseBrokenException broken) {
            outcome = broken.getMessage();
            report.onlyThis(outcome);
            report.goal(Goal.BOOKS, drill.name(), broken.count());
            code = 1;
        } catch (DisturbedException disturbed) {
            outcome = disturbed.getMessage();
            report.onlyThis(outcome);
            code = 3;
        } catch (IOException | SQLException | RuntimeException failed) {
            outcome = "failed: " + (failed.getMessage() == null ? failed.toString() : failed.getMessage());
            report.line("").line(outcome);
            code = 3;
        }
        if (code != 0) {
            System.err.println(drill.name() + ": " + outcome);
        }
        index.add(report, drill.title(), outcome, Duration.ofNanos(System.nanoTime() - began));
        return code;
    }

    private static void measure(Drill drill, Setting setting, Report report) throws IOException, SQLException {
        double foreign = ForeignLoad.beforeTheStart();
        if (foreign > CpuUse.TOLERATED && !setting.despiteForeignLoad()) {
            // What the drill before has left to the kernel, perhaps.
            ForeignLoad.settle(ProcessHandle.current(), true);
            foreign = ForeignLoad.beforeTheStart();
        }
        if (foreign > CpuUse.TOLERATED && !setting.despiteForeignLoad()) {
            throw new DisturbedException(foreign);
        }
        report.line("# " + drill.title()).line("");
        report.facts(parameters(setting, foreign)).line("");
        drill.run(setting, report);
    }

    private static Map<String, String> parameters(Setting setting, double foreign) {
        Map<String, String> facts = new LinkedHashMap<>(Machine.facts());
        facts.put("measured on", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put(
                "foreign load before the start",
                "%.2f cores%s"
                        .formatted(
                                foreign, foreign > CpuUse.TOLERATED ? " (**disturbed: for development alone**)" : ""));
        facts.put("options of the portal's Java", setting.javaOptions().toString());
        facts.put(
                "each round",
                setting.span().toSeconds() + " s, after " + setting.warmUp().toSeconds() + " s of warm-up");
        return facts;
    }
}
