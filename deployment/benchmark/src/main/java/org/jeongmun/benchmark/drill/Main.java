package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.machine.ForeignLoad;
import org.jeongmun.benchmark.machine.Machine;
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
            new OverloadDrill());

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description =
                    "Which to run: journeys, flip, closed, waiting, crash, opening, overload; all when none is named.")
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
            defaultValue = "50,75,100,125,150,175,200,250,300,350,400,450,500,556,600")
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

    /** Runs and exits: 0 done, 1 a promise was broken, 2 wrong usage, 3 the machine or the portal does not allow it. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, SQLException {
        List<Drill> chosen = DRILLS.stream()
                .filter(drill -> names.isEmpty() || names.contains(drill.name()))
                .toList();
        if (chosen.isEmpty() || chosen.size() < names.size()) {
            System.err.println("There is no benchmark of that name among " + names + "; --help names them.");
            return 2;
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
        for (Drill drill : chosen) {
            int code = run(drill, setting);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private int run(Drill drill, Setting setting) throws IOException, SQLException {
        Report report = new Report(setting.out(), drill.name());
        double foreign = ForeignLoad.beforeTheStart();
        try {
            if (foreign > CpuUse.TOLERATED && !setting.despiteForeignLoad()) {
                throw new DisturbedException(foreign);
            }
            report.line("# " + drill.title()).line("");
            report.facts(Machine.facts());
            report.facts(parameters(setting, foreign)).line("");
            drill.run(setting, report);
            System.out.println("Report: " + setting.out().resolve(drill.name() + ".md"));
            return 0;
        } catch (PromiseBrokenException broken) {
            report.onlyThis(broken.getMessage());
            System.err.println(broken.getMessage());
            return 1;
        } catch (DisturbedException disturbed) {
            report.onlyThis(disturbed.getMessage());
            System.err.println(disturbed.getMessage());
            return 3;
        }
    }

    private static Map<String, String> parameters(Setting setting, double foreign) {
        Map<String, String> facts = new LinkedHashMap<>();
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
