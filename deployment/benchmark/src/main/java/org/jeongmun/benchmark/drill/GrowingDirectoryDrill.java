package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.portal.LiveHeap;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.visit.Stage;
import org.jeongmun.benchmark.wire.Wire;

/** What more clinics cost, and then more slots in the same clinics. */
final class GrowingDirectoryDrill implements Drill {
    private static final int CONNECTIONS = 64;
    private static final int JOURNEYS = 200;
    private static final int MOST_LOOKS = 12;
    private static final Duration LOADED_WITHIN = Duration.ofMinutes(3);
    private static final double AS_BEFORE = 0.05;
    private static final List<Step> STEPS = List.of(
            new Step(300, 20), new Step(3_000, 2), new Step(13_000, 1), new Step(13_000, 3), new Step(13_000, 10));
    private static final String COUNTED = "SELECT (SELECT count(*) FROM clinic), (SELECT count(*) FROM slot)";

    private record Step(int clinics, int days) {}

    /* Costs with that many. */
    private record Point(
            long clinics, long slots, double seeding, CpuUse idle, Walks.Walked walked, LiveHeap.Census heap) {}

    @Override
    public String name() {
        return "growth-clinics";
    }

    @Override
    public String title() {
        return "What one more clinic, and one more slot, costs";
    }

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        List<Point> points = new ArrayList<>();
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), JourneysDrill.OPEN)) {
            double seeding = seed(portal, STEPS.get(0));
            Duration small = portal.restart(setting.javaOptions(), List.of("--demo"));
            Walks walks;
            try (Wire wire = new Wire(portal.url(), CONNECTIONS);
                    Connection database = portal.connect();
                    LiveHeap heap = LiveHeap.of(portal.handle())) {
                walks = new Walks(portal, wire, setting);
                walks.warm();
                points.add(point(seeding, portal, database, heap, walks));
                for (Step step : STEPS.subList(1, STEPS.size())) {
                    points.add(point(seed(portal, step), portal, database, heap, walks));
                }
                walks.requireKept(database);
            }
            Duration large = portal.restart(setting.javaOptions(), List.of("--demo"));
            try (Connection database = portal.connect()) {
                walks.requireKept(database);
            }
            write(points, small, large, walks, report);
            walks.tell(report);
        }
    }

    /** @return seconds that it took */
    private static double seed(MeasuredPortal portal, Step step) throws IOException {
        long began = System.nanoTime();
        portal.command("seed", "--clinics", text(step.clinics()), "--days", text(step.days()), "--capacity", "100");
        return (System.nanoTime() - began) / 1e9;
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private static Point point(double seeding, MeasuredPortal portal, Connection database, LiveHeap heap, Walks walks)
            throws IOException, SQLException {
        awaitLoaded(portal, database);
        walks.settle();
        CpuUse idle = settled(portal);
        Walks.Walked walked = walks.walk(JOURNEYS);
        LiveHeap.Census census = heap.census();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(COUNTED)) {
            row.next();
            return new Point(row.getLong(1), row.getLong(2), seeding, idle, walked, census);
        }
    }

    /** The portal loads a new import beside the old one; until then both cores are busy, and steadily so. */
    private static void awaitLoaded(MeasuredPortal portal, Connection database) throws IOException, SQLException {
        String loaded;
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(COUNTED)) {
            row.next();
            loaded = String.format(Locale.ENGLISH, "clinics=%,d slots=%,d", row.getLong(1), row.getLong(2));
        }
        long deadline = System.nanoTime() + LOADED_WITHIN.toNanos();
        while (!Files.readString(portal.folder().resolve("portal.log")).contains(loaded)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The portal did not load " + loaded + " in time.");
            }
            second(portal);
        }
    }

    /** Looks on until a second costs as much as the one before. @return what the portal then takes without a visitor */
    private static CpuUse settled(MeasuredPortal portal) {
        CpuUse before = second(portal);
        for (int look = 1; look < MOST_LOOKS; look++) {
            CpuUse now = second(portal);
            if (Math.abs(now.portal() - before.portal()) + Math.abs(now.database() - before.database()) < AS_BEFORE) {
                return now;
            }
            before = now;
        }
        return before;
    }

    private static CpuUse second(MeasuredPortal portal) {
        CpuReading before = CpuReading.now(portal.handle());
        try {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return CpuReading.now(portal.handle()).since(before);
    }

    private static void write(List<Point> points, Duration small, Duration large, Walks walks, Report report)
            throws IOException {
        report.line("")
                .line(
                        "Ready after %.1f s with %,d slots and after %.1f s with %,d. Ledger: %d codes shown, all confirmed."
                                .formatted(
                                        small.toMillis() / 1e3,
                                        points.get(0).slots(),
                                        large.toMillis() / 1e3,
                                        points.get(points.size() - 1).slots(),
                                        walks.codes()));
        report.goal(Goal.BOOKS, "growing directory", 0);
        report.line("One portal, warming on: a point can only look cheaper than the one before it for that reason.");
        report.heading("Clinics and slots");
        report.table("directory", table(points));
        report.plot("journey", journeys(points));
        report.plot(
                "heap",
                new Plot("Heap after a full collection", "slots", "MB")
                        .line(
                                "heap",
                                Curve.of(
                                        points,
                                        Point::slots,
                                        point -> point.heap().megabytes())));
        report.plot(
                "idle",
                new Plot("Cores in use without a visitor", "slots", "cores")
                        .line(
                                "portal",
                                Curve.of(
                                        points,
                                        Point::slots,
                                        point -> point.idle().portal()))
                        .line(
                                "database",
                                Curve.of(
                                        points,
                                        Point::slots,
                                        point -> point.idle().database())));
    }

    private static Table table(List<Point> points) {
        Table table = new Table(
                "clinics",
                "slots",
                "s to seed",
                "portal ms per journey",
                "database ms per journey",
                "clinic page p50 ms",
                "slot page p50 ms",
                "hold p50 ms",
                "lost",
                "idle portal cores",
                "idle database cores",
                "heap MB",
                "foreign cores");
        points.forEach(point -> table.row(
                point.clinics(),
                point.slots(),
                point.seeding(),
                point.walked().cost().portal(),
                point.walked().cost().database(),
                point.walked().milliseconds(Stage.CLINIC_PAGE),
                point.walked().milliseconds(Stage.SLOT_PAGE),
                point.walked().milliseconds(Stage.HOLD),
                point.walked().lost(),
                point.idle().portal(),
                point.idle().database(),
                point.heap().megabytes(),
                point.walked().cost().use().foreign()));
        return table;
    }

    private static Plot journeys(List<Point> points) {
        return new Plot("One journey", "slots", "ms")
                .line(
                        "processor time of the portal",
                        Curve.of(
                                points,
                                Point::slots,
                                point -> point.walked().cost().portal()))
                .line(
                        "processor time of the database",
                        Curve.of(
                                points,
                                Point::slots,
                                point -> point.walked().cost().database()))
                .line(
                        "clinic page, median",
                        Curve.of(points, Point::slots, point -> point.walked().milliseconds(Stage.CLINIC_PAGE)));
    }
}
