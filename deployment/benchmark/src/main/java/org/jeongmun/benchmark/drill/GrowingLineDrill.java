package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.benchmark.drill.LineProbe.Asked;
import org.jeongmun.benchmark.drill.LineProbe.Point;
import org.jeongmun.benchmark.portal.LiveHeap;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.wire.Wire;

/** What it costs to have people in line: the page on which they wait, what it asks for, and the heap. */
final class GrowingLineDrill implements Drill {
    private static final int CONNECTIONS = 64;
    private static final int MOST_CLASSES = 8;
    private static final double MICROS = 1_000;
    private static final String SESSION = "org.apache.catalina.session.StandardSession";

    private final String name;
    private final String title;
    private final List<Integer> people;
    private final int inTheEnd;

    private GrowingLineDrill(String name, String title, List<Integer> people, int inTheEnd) {
        this.name = name;
        this.title = title;
        this.people = people;
        this.inTheEnd = inTheEnd;
    }

    /** @return up to twenty thousand, each of whom checks in */
    static GrowingLineDrill waiting() {
        return new GrowingLineDrill("growth-waiting", "What one more in line costs", List.of(1_000, 5_000, 20_000), 0);
    }

    /**
     * @return goal 8: everybody of the evening; the first check in, the others are put in line as the portal does it
     */
    static GrowingLineDrill heap() {
        return new GrowingLineDrill("heap", "The heap that 1.85 million tickets take", List.of(2_000), 1_850_000);
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
        Path campaign = Files.writeString(Files.createTempFile("jeongmun-benchmark-", ".yaml"), StaticDrill.IN_LINE);
        List<String> beforeTheOpening =
                List.of("--demo", "--demo-clock", "2021-07-14T19:10:00+09:00", "--campaign", campaign.toString());
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), beforeTheOpening);
                Connection database = portal.connect();
                LiveHeap heap = LiveHeap.of(portal.handle());
                Wire wire = new Wire(portal.url(), CONNECTIONS)) {
            LineProbe probe = new LineProbe(portal, database, heap, wire, setting);
            List<Point> points = new ArrayList<>(List.of(probe.first()));
            for (int target : people) {
                points.add(probe.joined((int) last(points).people(), target));
            }
            if (inTheEnd > 0) {
                points.add(probe.joinedTogether((int) last(points).people(), inTheEnd));
            }
            write(points, report);
            if (inTheEnd == 0) {
                writeRequests(probe.requests(), report);
            }
            probe.tell(report);
        } finally {
            Files.deleteIfExists(campaign);
        }
    }

    private static Point last(List<Point> points) {
        return points.get(points.size() - 1);
    }

    private void write(List<Point> points, Report report) throws IOException {
        Point first = points.get(0);
        Point last = last(points);
        long grown = last.census().bytes() - first.census().bytes();
        report.line("")
                .line(
                        ("**%,d in line take %,.0f kB more of the heap than %,d** (%.2f bytes each); the page costs %.0f µs of"
                                        + " the portal's processor time, %.0f before.")
                                .formatted(
                                        last.people(),
                                        grown / 1024.0,
                                        first.people(),
                                        grown / (double) (last.people() - first.people()),
                                        last.page().cost().portal() * MICROS,
                                        first.page().cost().portal() * MICROS));
        if (inTheEnd > 0) {
            report.goal(Goal.TICKET_HEAP, Math.max(0, grown) / 1024.0);
            report.line("%,d of them checked in over HTTP; the others were put in line by the statement with which the"
                            .formatted(points.get(points.size() - 2).people())
                    + " portal does it. All of them through the portal's own queue: the test `IssuingIT`.");
        }
        writePoints(points, report);
    }

    private static void writePoints(List<Point> points, Report report) throws IOException {
        report.heading("People in line");
        report.table("people", table(points));
        report.plot(
                "cost",
                new Plot("Processor time of the portal for each request", "people in line", "µs")
                        .line(
                                "/waiting",
                                Curve.of(
                                        points,
                                        Point::people,
                                        point -> point.page().cost().portal() * MICROS))
                        .line(
                                "status.json",
                                Curve.of(
                                        points,
                                        Point::people,
                                        point -> point.status().cost().portal() * MICROS)));
        report.plot(
                "heap",
                new Plot("Heap after a full collection", "people in line", "MB")
                        .line(
                                "heap",
                                Curve.of(
                                        points,
                                        Point::people,
                                        point -> point.census().megabytes())));
        report.heading("What has grown in the heap");
        Table grew = new Table("class", "bytes more");
        last(points)
                .census()
                .grownSince(points.get(0).census(), MOST_CLASSES)
                .forEach(each -> grew.row(each.getKey(), each.getValue()));
        report.table("classes", grew);
    }

    private static Table table(List<Point> points) {
        Table table = new Table(
                "in line",
                "portal ms per check-in",
                "database ms per check-in",
                "portal µs per /waiting",
                "p50 ms",
                "portal µs per status.json",
                "heap MB",
                "bytes of sessions",
                "foreign cores");
        for (Point point : points) {
            table.row(
                    point.people(),
                    point.joining().portal(),
                    point.joining().database(),
                    point.page().cost().portal() * MICROS,
                    point.page().millis(),
                    point.status().cost().portal() * MICROS,
                    point.census().megabytes(),
                    point.census().bytesOf(SESSION),
                    point.page().cost().use().foreign());
        }
        return table;
    }

    private static void writeRequests(List<Asked> requests, Report report) throws IOException {
        report.heading("What a crowd asks for before the opening");
        Table table = new Table("request", "portal µs", "database µs", "p50 ms", "foreign cores");
        requests.forEach(asked -> table.row(
                asked.request(),
                asked.cost().portal() * MICROS,
                asked.cost().database() * MICROS,
                asked.millis(),
                asked.cost().use().foreign()));
        report.table("requests", table);
    }
}
