package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jeongmun.benchmark.machine.CpuCost;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.portal.LiveHeap;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.visit.CheckIns;
import org.jeongmun.benchmark.visit.Repeated;
import org.jeongmun.benchmark.wire.Wire;

/** Puts people in line before one portal, and measures what that costs with so many there. */
final class LineProbe {
    private static final int AT_ONCE = 32;
    private static final int CHEAP_REQUESTS = 15_000;
    private static final int PAGES = 1_500;
    private static final int WARMING_CHECK_INS = 2_000;
    private static final int TOGETHER = 10_000;
    private static final int STEP = 500;
    private static final Duration LONGEST_JOINING = Duration.ofSeconds(75);
    private static final String IN_LINE = "303 /waiting";
    private static final String ISSUED = "SELECT sum(issued) FROM waiting_line";
    private static final String JOIN_TOGETHER = """
            SELECT count(*) FROM join_line('benchmark', 'w1', ARRAY(
              SELECT encode(sha256(('somebody ' || n)::bytea), 'hex') FROM generate_series(?, ?) AS n))""";

    private final MeasuredPortal portal;
    private final Connection database;
    private final LiveHeap heap;
    private final Wire wire;
    private final CheckIns door;
    private final Undisturbed undisturbed;

    /** One kind of request. @param millis the median of its time, with others under way */
    record Asked(String request, CpuCost cost, double millis) {}

    /** With so many in line. @param joining what each of those cost who came last */
    record Point(long people, CpuCost joining, Asked page, Asked status, LiveHeap.Census census) {}

    LineProbe(MeasuredPortal portal, Connection database, LiveHeap heap, Wire wire, Setting setting)
            throws IOException {
        this.portal = portal;
        this.database = database;
        this.heap = heap;
        this.wire = wire;
        this.undisturbed = new Undisturbed(portal, setting);
        this.door = new CheckIns(portal.url(), wire);
    }

    /** One person on many devices: the code is warm then, and one number is given. */
    Point first() throws IOException, SQLException {
        door.come(WARMING_CHECK_INS, place -> 0, IN_LINE);
        once("/waiting", "200", CHEAP_REQUESTS);
        once("/waiting/status.json", "200", CHEAP_REQUESTS);
        CpuReading before = CpuReading.now(portal.handle());
        door.come(STEP, place -> 0, IN_LINE);
        return point(CpuCost.ofEach(STEP, before, CpuReading.now(portal.handle())));
    }

    /**
     * More people check in, until that many are in line or until it takes too long; they never wait for one another.
     */
    Point joined(int from, int to) throws IOException, SQLException {
        CpuReading before = CpuReading.now(portal.handle());
        long began = System.nanoTime();
        int next = from;
        while (next < to && System.nanoTime() - began < LONGEST_JOINING.toNanos()) {
            int first = next;
            int more = Math.min(STEP, to - next);
            door.come(more, place -> first + place, IN_LINE);
            next += more;
        }
        return point(CpuCost.ofEach(next - from, before, CpuReading.now(portal.handle())));
    }

    /** More people join as a node has those join who come while it is at the database: many by one statement. */
    Point joinedTogether(int from, int to) throws IOException, SQLException {
        CpuReading before = CpuReading.now(portal.handle());
        try (PreparedStatement join = database.prepareStatement(JOIN_TOGETHER)) {
            for (int next = from; next < to; next += TOGETHER) {
                join.setInt(1, next);
                join.setInt(2, Math.min(to, next + TOGETHER) - 1);
                join.executeQuery().close();
            }
        }
        return point(CpuCost.ofEach(to - from, before, CpuReading.now(portal.handle())));
    }

    private Point point(CpuCost joining) throws IOException, SQLException {
        undisturbed.settle();
        Asked page = ask("/waiting", "200", CHEAP_REQUESTS);
        Asked status = ask("/waiting/status.json", "200", CHEAP_REQUESTS);
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(ISSUED)) {
            row.next();
            return new Point(row.getLong(1), joining, page, status, heap.census());
        }
    }

    /** @return what each kind of request costs that a crowd sends before the opening */
    List<Asked> requests() throws IOException, SQLException {
        once("/check-in", "200", PAGES);
        return List.of(
                ask("/", "200", PAGES),
                ask("/schedule.json", "200", CHEAP_REQUESTS),
                ask("/reserve/clinic", "503", CHEAP_REQUESTS),
                ask("/check-in", "200", PAGES),
                ask("/waiting", "200", CHEAP_REQUESTS),
                ask("/waiting/status.json", "200", CHEAP_REQUESTS));
    }

    /** Asks so often, again when others used the machine meanwhile. */
    private Asked ask(String target, String outcome, int count) throws IOException, SQLException {
        return undisturbed.of(
                () -> once(target, outcome, count), asked -> asked.cost().use());
    }

    /** Writes down what had to be measured again. */
    void tell(Report report) throws IOException {
        undisturbed.tell(report);
    }

    private Asked once(String target, String outcome, int count) throws IOException {
        byte[] request = door.request(target);
        CpuReading before = CpuReading.now(portal.handle());
        double micros = new Repeated(wire, AT_ONCE, outcome)
                .ask(count, place -> request)
                .getValueAtPercentile(50);
        CpuCost cost = CpuCost.ofEach(count, before, CpuReading.now(portal.handle()));
        return new Asked("GET " + target, cost, micros / 1_000);
    }
}
