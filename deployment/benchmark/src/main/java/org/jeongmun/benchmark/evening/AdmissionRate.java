package org.jeongmun.benchmark.evening;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.benchmark.evening.Timeline.Event;

/**
 * How fast people were let in, over each ten seconds in which somebody stood in line and a place was free all the time.
 * Each list has a rate for every moment of a record, from that moment to the first that came ten seconds later or more.
 *
 * @param entered by what the portal's nodes count at their doors: this is the rate that is set
 * @param called by the portal's own record of its calls, which run ahead to make up for those who do not come
 * @param seen by what visitors saw, over whole seconds
 */
public record AdmissionRate(List<Rate> entered, List<Rate> called, List<Rate> seen) {
    private static final int SPAN = 10;
    private static final double LONGEST_TICK = 1;
    private static final String CALLS = """
            SELECT extract(epoch FROM c.called_at - w.opens_at), c.now_serving
              FROM line_call c JOIN booking_window w ON w.id = c.window_id
             WHERE w.id = ? ORDER BY c.now_serving""";

    /**
     * So many a second.
     *
     * @param second after the opening at which the ten seconds begin
     */
    public record Rate(double second, double perSecond) {}

    /**
     * One moment of a record.
     *
     * @param second after the opening, by the portal's clock
     * @param count how many there were by then
     * @param isLine whether more stood in line, for places that there were
     */
    record Point(double second, long count, boolean isLine) {}

    /** Copies the lists. */
    public AdmissionRate {
        entered = List.copyOf(entered);
        called = List.copyOf(called);
        seen = List.copyOf(seen);
    }

    /**
     * Puts together what was written down of a window that has closed.
     *
     * @param watch that was kept on it
     * @param timeline what visitors saw
     * @param isToTheEnd whether people were to be let in until the window closed, because there were places
     */
    public static AdmissionRate of(
            Connection portal, WindowTimes times, AdmissionWatch watch, Timeline timeline, boolean isToTheEnd)
            throws SQLException {
        int first = timeline.seconds().get(0);
        List<Point> calls = new ArrayList<>();
        try (PreparedStatement statement = portal.prepareStatement(CALLS)) {
            statement.setString(1, times.window());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    // Whoever has seen before that second that they have a place has a number, and it is not called
                    // yet.
                    long joined = timeline.sum(Event.JOINED, first, (int) Math.floor(row.getDouble(1)));
                    calls.add(new Point(row.getDouble(1), row.getLong(2), joined > row.getLong(2)));
                }
            }
        }
        if (isToTheEnd && !calls.isEmpty()) {
            silentTo((times.closesAt() - times.opensAt()) / 1e9, calls);
        }
        List<Point> entries = watch.ended();
        List<Point> seen = new ArrayList<>();
        for (Point entry : entries) {
            int second = (int) Math.floor(entry.second());
            if (seen.isEmpty() || second > seen.get(seen.size() - 1).second()) {
                seen.add(new Point(second, timeline.sum(Event.ENTERED, first, second), entry.isLine()));
            }
        }
        return new AdmissionRate(rates(entries), rates(calls), rates(seen));
    }

    /** A portal that falls silent before the end has called nobody since. */
    static void silentTo(double end, List<Point> calls) {
        Point last = calls.get(calls.size() - 1);
        if (end - last.second() > LONGEST_TICK) {
            calls.add(new Point(end, last.count(), last.isLine()));
        }
    }

    /** Works the rates out; pure. @param points in their order */
    static List<Rate> rates(List<Point> points) {
        List<Rate> rates = new ArrayList<>();
        for (int from = 0; from < points.size(); from++) {
            int to = from;
            while (to < points.size()
                    && points.get(to).isLine()
                    && points.get(to).second() - points.get(from).second() < SPAN) {
                to++;
            }
            if (to < points.size() && points.get(to).isLine()) {
                Point begin = points.get(from);
                Point end = points.get(to);
                rates.add(new Rate(begin.second(), (end.count() - begin.count()) / (end.second() - begin.second())));
            }
        }
        return rates;
    }
}
