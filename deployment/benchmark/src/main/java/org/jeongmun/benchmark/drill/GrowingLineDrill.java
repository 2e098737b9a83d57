package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.benchmark.machine.CpuCost;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.portal.LiveHeap;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Plot;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;
import org.jeongmun.benchmark.visit.CheckIns;
import org.jeongmun.benchmark.visit.Repeated;
import org.jeongmun.benchmark.wire.Wire;

/** What it costs to have people in line: the page on which they wait, what it asks for, and the heap. */
final class GrowingLineDrill implements Drill {
    private static final int CONNECTIONS = 64;
    private static final int AT_ONCE = 32;
    private static final int REQUESTS = 15_000;
    private static final int WARMING_CHECK_INS = 2_000;
    private static final int TOGETHER = 10_000;
    private static final int STEP = 500;
    private static final int MOST_CLASSES = 8;
    private static final Duration LONGEST_JOINING = Duration.ofSeconds(75);
    private static final List<String> BEFORE_THE_OPENING = List.of("--demo", "--demo-clock", "2021-07-14T19:10:00+09:00");
    private static final String ISSUED = "SELECT sum(issued) FROM waiting_line";
    private static final String JOIN_TOGETHER = """
            SELECT count(*) FROM join_line('benchmark', 'w1', ARRAY(
              SELECT encode(sha256(('somebody ' || n)::bytea), 'hex') FROM generate_series(?, ?) AS n))""";

    private final String name;
    private final String title;
    private final List<Integer> people;
    private final int inTheEnd;

    /* Costs with so many in line. */
    private record Point(
            long people, double joining, CpuCost page, double pageMillis, CpuCost status, LiveHeap.Census heap) {}

    private GrowingLineDrill(String name, String title, List<Integer> people, int inTheEnd) {
        this.name = name;
        this.title = title;
        this.people = people;
        this.inTheEnd = inTheEnd;
    }

    /** @return up to twenty thousand, each of whom checks in */
    static GrowingLineDrill waiting() {
        return new GrowingLineDrill("growth-waiting", "What one more in line costs", List.of(1, 1_000, 5_000, 20_000), 0);
    }

    /** @return goal 8: everybody of the evening, the first of whom check in; the others join as the portal has them join */
    static GrowingLineDrill heap() {
        return new GrowingLineDrill("heap", "The heap that 1.85 million tickets take", List.of(1, 2_000), 1_850_000);
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
        List<String> arguments = new ArrayList<>(BEFORE_THE_OPENING);
        arguments.addAll(List.of("--campaign", campaign.toString()));
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), arguments);
                Connection database = portal.connect();
                LiveHeap heap = LiveHeap.of(portal.handle());
                Wire wire = new Wire(portal.url(), CONNECTIONS)) {
            CheckIns door = new CheckIns(portal.url(), wire);
            // One person on many devices: the code is warm, and one number is given.
            door.come(WARMING_CHECK_INS, place -> 0, "303 /waiting");
            ask(wire, door, "/waiting", portal);
            ask(wire, door, "/waiting/status.json", portal);
            List<Point> points = new ArrayList<>();
            for (int target : people) {
                double joining = join(door, points.isEmpty() ? 1 : (int) last(points).people(), target);
                points.add(point(joining, portal, database, heap, wire, door));
            }
            if (inTheEnd > 0) {
                double joining = joinTogether(database, (int) last(points).people(), inTheEnd);
                points.add(point(joining, portal, database, heap, wire, door));
            }
            points.forEach(point -> requireUndisturbed(point, setting));
            write(points, report);
        } finally {
            Files.deleteIfExists(campaign);
        }
    }

    /** @return milliseconds that each took to come into line, of the time of all */
    private static double join(CheckIns door, int from, int to) throws IOException {
        long began = System.nanoTime();
        int next = from;
        while (next < to && System.nanoTime() - began < LONGEST_JOINING.toNanos()) {
            int first = next;
            int more = Math.min(STEP, to - next);
            door.come(more, place -> first + place, "303 /waiting");
            next += more;
        }
        return next == from ? Double.NaN : (System.nanoTime() - began) / 1e6 / (next - from);
    }

    /** As a node does it for those who come while it is at the database, ten thousand at a time. */
    private static double joinTogether(Connection database, int from, int to) throws SQLException {
        long began = System.nanoTime();
        try (PreparedStatement join = database.prepareStatement(JOIN_TOGETHER)) {
            for (int next = from; next < to; next += TOGETHER) {
                join.setInt(1, next);
                join.setInt(2, Math.min(to, next + TOGETHER) - 1);
                join.executeQuery().close();
            }
        }
        return (System.nanoTime() - began) / 1e6 / (to - from);
    }

    private static Point point(
            double joining, MeasuredPortal portal, Connection database, LiveHeap heap, Wire wire, CheckIns door)
            throws IOException, SQLException {
        Asked page = ask(wire, door, "/waiting", portal);
        Asked status = ask(wire, door, "/waiting/status.json", portal);
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(ISSUED)) {
            row.next();
            return new Point(row.getLong(1), joining, page.cost(), page.millis(), status.cost(), heap.census());
        }
    }

    private record Asked(CpuCost cost, double millis) {}

    private static Asked ask(Wire wire, CheckIns door, String target, MeasuredPortal portal) throws IOException {
        byte[] request = door.request(target);
        CpuReading before = CpuReading.now(portal.handle());
        double millis = new Repeated(wire, AT_ONCE, "200")
                        .ask(REQUESTS, place -> request)
                        .getValueAtPercentile(50)
                / 1_000.0;
        return new Asked(CpuCost.ofEach(REQUESTS, before, CpuReading.now(portal.handle())), millis);
    }

    private static Point last(List<Point> points) {
        return points.get(points.size() - 1);
    }

    private static void requireUndisturbed(Point point, Setting setting) {
        for (CpuCost cost : List.of(point.page(), point.status())) {
            if (cost.use().isDisturbed() && !setting.despiteForeignLoad()) {
                throw new DisturbedException(cost.use().foreign());
            }
        }
    }

    private void write(List<Point> points, Report report) throws IOException {
        Point first = points.get(0);
        Point last = last(points);
        long grown = last.heap().bytes() - first.heap().bytes();
        report.line("")
                .line(("**%,d in line take %,.0f kB more of the heap than %,d** (%.1f bytes each), and no session; the page"
                                + " costs %.3f ms of the portal's processor time, %.3f before.")
                        .formatted(
                                last.people(),
                                grown / 1024.0,
                                first.people(),
                                grown / (double) (last.people() - first.people()),
                                last.page().portal(),
                                first.page().portal()));
        if (inTheEnd > 0) {
            report.goal(Goal.TICKET_HEAP, Math.max(0, grown) / 1024.0);
            report.line("%,d of them checked in over HTTP; the others were put in line by the statement with which the"
                    .formatted(points.get(points.size() - 2).people())
                    + " portal does it. The same through the portal's own queue: the test `IssuingIT`.");
        }
        report.heading("People in line");
        report.table("people", table(points));
        report.plot("cost", costs(points));
        report.plot("heap", heaps(points));
        report.heading("What has grown in the heap");
        Table grew = new Table("class", "bytes more");
        last.heap().grownSince(first.heap(), MOST_CLASSES).forEach(each -> grew.row(each.getKey(), each.getValue()));
        report.table("classes", grew);
    }

    private static Table table(List<Point> points) {
        Table table = new Table(
                "in line", "ms each to join", "portal µs per /waiting", "p50 ms", "portal µs per status.json",
                "database µs per page", "heap MB", "bytes of sessions", "foreign cores");
        for (Point point : points) {
            table.row(
                    point.people(),
                    Double.isNaN(point.joining()) ? "-" : point.joining(),
                    point.page().portal() * 1_000,
                    point.pageMillis(),
                    point.status().portal() * 1_000,
                    point.page().database() * 1_000,
                    point.heap().megabytes(),
                    point.heap().bytesOf("org.apache.catalina.session.StandardSession"),
                    point.page().use().foreign());
        }
        return table;
    }

    private static Plot costs(List<Point> points) {
        return new Plot("Processor time of the portal for each request", "people in line", "µs")
                .line("/waiting", Curve.of(points, Point::people, point -> point.page().portal() * 1_000))
                .line("/waiting/status.json", Curve.of(points, Point::people, point -> point.status().portal() * 1_000));
    }

    private static Plot heaps(List<Point> points) {
        return new Plot("Heap after a full collection", "people in line", "MB")
                .line("heap", Curve.of(points, Point::people, point -> point.heap().megabytes()));
    }
}
