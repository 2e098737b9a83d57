package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.portal.RuleJars;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.visit.Stage;
import org.jeongmun.benchmark.wire.Wire;

/**
 * What more booking windows cost that are open at once, each for a cohort of its own: first each with a rule from a
 * plugin jar of its own, then more of them with the built-in rule.
 */
final class GrowingCohortsDrill implements Drill {
    private static final int CONNECTIONS = 64;
    private static final int JOURNEYS = 250;
    private static final int PLUGINS = 12;
    private static final int FIRST_YEAR = 1_890;
    private static final List<Integer> WINDOWS = List.of(1, 4, PLUGINS, 16, 64);
    private static final String OPEN_NOW =
            "SELECT count(*) FROM booking_window WHERE active AND opens_at <= portal_now() AND closes_at > portal_now()";

    private record Point(long windows, int plugins, Walks.Walked walked) {
        double checkIn() {
            return walked.milliseconds(Stage.CHECK_IN);
        }
    }

    @Override
    public String name() {
        return "growth-windows";
    }

    @Override
    public String title() {
        return "What one more open window, cohort and plugin costs";
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("jeongmun-benchmark-rules-");
        try {
            RuleJars.write(folder, PLUGINS);
            List<String> arguments = new ArrayList<>(JourneysDrill.OPEN);
            arguments.addAll(List.of("--plugins", folder.toString()));
            arguments.addAll(List.of("--campaign", campaign(folder, 1).toString()));
            try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), arguments)) {
                measure(portal, folder, setting, report);
            }
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static void measure(MeasuredPortal portal, Path folder, Setting setting, Report report)
            throws IOException, SQLException {
        portal.command("seed", "--clinics", "300", "--days", "20", "--capacity", "100");
        List<Point> points = new ArrayList<>();
        try (Wire wire = new Wire(portal.url(), CONNECTIONS);
                Connection database = portal.connect()) {
            Walks walks = new Walks(portal, wire, setting);
            walks.settle();
            walks.warm();
            for (int windows : WINDOWS) {
                if (windows > 1) {
                    portal.command(
                            "campaign", "apply", campaign(folder, windows).toString(), "--plugins", folder.toString());
                }
                // The first journeys after a change meet rules that nobody has asked yet.
                walks.stroll(JOURNEYS / 5);
                points.add(new Point(open(database), plugins(windows), walks.walk(JOURNEYS)));
            }
            walks.requireKept(database);
            write(points, walks, report);
        }
    }

    /** The first window has the built-in rule always, for those who come. @return of how many plugins the others are */
    private static int plugins(int windows) {
        return Math.min(windows, PLUGINS) - 1;
    }

    private static long open(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(OPEN_NOW)) {
            row.next();
            return row.getLong(1);
        }
    }

    /* Everybody who comes is of the first cohort; the others are asked about, and invite years long ago. */
    private static Path campaign(Path folder, int windows) throws IOException {
        StringBuilder cohorts = new StringBuilder();
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < windows; i++) {
            int year = FIRST_YEAR + i;
            String rule = i == 0
                    ? "cohort-birth-year, with: { from: 1962, to: 1966 }"
                    : i < PLUGINS
                            ? "%s, with: { year: %d }".formatted(RuleJars.id(i), year)
                            : "cohort-birth-year, with: { from: %d, to: %d }".formatted(year, year);
            cohorts.append("  - { id: c%d, label: { ko: \"묶음 %d\", en: \"Cohort %d\" }, rule: %s }%n"
                    .formatted(i, i, i, rule));
            open.append(
                    "  - { id: w%d, cohort: c%d, opens: 2021-07-14T20:00, closes: 2021-07-24T18:00, graceMinutes: 10, holdMinutes: 5 }%n"
                            .formatted(i, i));
        }
        return Files.writeString(
                folder.resolve("windows-%d.yaml".formatted(windows)),
                "campaign: benchmark\nzone: Asia/Seoul\ncohorts:\n" + cohorts + "windows:\n" + open);
    }

    private static void write(List<Point> points, Walks walks, Report report) throws IOException {
        Point first = points.get(0);
        Point last = points.get(points.size() - 1);
        report.line("")
                .line(
                        ("**Each further window costs %.3f ms of processor time a journey** (of %.1f ms). Ledger: %d codes"
                                        + " shown, all confirmed.")
                                .formatted(
                                        (last.walked().cost().portal()
                                                        - first.walked().cost().portal())
                                                / (last.windows() - first.windows()),
                                        first.walked().cost().portal(),
                                        walks.codes()));
        report.goal(Goal.BOOKS, "growing windows", 0);
        report.heading("Windows that are open at once, each of a cohort of its own");
        report.table("windows", table(points));
        walks.tell(report);
        report.line(
                        "The first window has the built-in rule, the others up to the %dth each one from a plugin jar of its own."
                                .formatted(PLUGINS))
                .line("");
        report.plot(
                "windows",
                new Plot("One journey", "windows open at once", "ms")
                        .line(
                                "processor time of the portal",
                                Curve.of(
                                        points,
                                        Point::windows,
                                        point -> point.walked().cost().portal()))
                        .line(
                                "processor time of the database",
                                Curve.of(
                                        points,
                                        Point::windows,
                                        point -> point.walked().cost().database()))
                        .line("check-in, median", Curve.of(points, Point::windows, Point::checkIn)));
    }

    private static Table table(List<Point> points) {
        Table table = new Table(
                "windows",
                "rules' plugins",
                "portal ms per journey",
                "database ms per journey",
                "check-in p50 ms",
                "journeys/s",
                "lost",
                "foreign cores");
        points.forEach(point -> table.row(
                point.windows(),
                point.plugins(),
                point.walked().cost().portal(),
                point.walked().cost().database(),
                point.checkIn(),
                point.walked().perSecond(),
                point.walked().lost(),
                point.walked().cost().use().foreign()));
        return table;
    }
}
