package org.jeongmun.benchmark.evening;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jeongmun.benchmark.evening.Timeline.Event;

/**
 * How fast people were let in, over each ten seconds in which somebody stood in line all the time.
 *
 * @param called a second, by the portal's own record of its calls, from each call to the first that came ten seconds later
 *     or more
 * @param entered a second, as visitors saw it, over each ten whole seconds
 */
public record AdmissionRate(List<Double> called, List<Double> entered) {
    private static final int SPAN = 10;
    private static final double LONGEST_TICK = 1;
    private static final String CALLS = """
            SELECT extract(epoch FROM c.called_at - w.opens_at), c.now_serving
              FROM line_call c JOIN booking_window w ON w.id = c.window_id
             WHERE w.id = ? ORDER BY c.now_serving""";

    /**
     * Everybody up to a place was called.
     *
     * @param second after the opening, by the portal's clock
     * @param place the highest
     */
    record Call(double second, long place) {}

    /** Copies the lists. */
    public AdmissionRate {
        called = List.copyOf(called);
        entered = List.copyOf(entered);
    }

    /**
     * Reads what the portal has written down.
     *
     * @param times of the window, which has closed
     * @param timeline what visitors saw
     * @param isToTheEnd whether people were to be called until the window closed, because there were places
     */
    public static AdmissionRate of(Connection portal, WindowTimes times, Timeline timeline, boolean isToTheEnd)
            throws SQLException {
        List<Call> calls = new ArrayList<>();
        try (PreparedStatement statement = portal.prepareStatement(CALLS)) {
            statement.setString(1, times.window());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    calls.add(new Call(row.getDouble(1), row.getLong(2)));
                }
            }
        }
        if (isToTheEnd && !calls.isEmpty()) {
            silentTo((times.closesAt() - times.opensAt()) / 1e9, calls);
        }
        int first = timeline.seconds().get(0);
        return of(
                calls,
                second -> timeline.sum(Event.JOINED, first, second),
                second -> timeline.in(Event.ENTERED, second));
    }

    /** A portal that falls silent before the end has called nobody since. */
    static void silentTo(double end, List<Call> calls) {
        Call last = calls.get(calls.size() - 1);
        if (end - last.second() > LONGEST_TICK) {
            calls.add(new Call(end, last.place()));
        }
    }

    /**
     * Works it out; pure.
     *
     * @param calls in their order
     * @param joined how many had seen before that second that they have a place in line: so many numbers were given at least
     * @param entered how many were let in during a second
     */
    static AdmissionRate of(List<Call> calls, IntToLongFunction joined, IntToLongFunction entered) {
        List<Double> called = new ArrayList<>();
        List<Double> came = new ArrayList<>();
        int begin = 0;
        while (begin < calls.size()) {
            int end = begin;
            while (end < calls.size() && isLeftBehind(calls.get(end), joined)) {
                end++;
            }
            // From one call to another, all of which have left somebody in line.
            List<Call> run = calls.subList(begin, end);
            rates(run, called);
            if (!run.isEmpty()) {
                rates(run.get(0).second(), run.get(run.size() - 1).second(), entered, came);
            }
            begin = end + 1;
        }
        return new AdmissionRate(called, came);
    }

    private static boolean isLeftBehind(Call call, IntToLongFunction joined) {
        return joined.applyAsLong((int) Math.floor(call.second())) > call.place();
    }

    private static void rates(List<Call> run, List<Double> rates) {
        int to = 0;
        for (Call from : run) {
            while (to < run.size() && run.get(to).second() - from.second() < SPAN) {
                to++;
            }
            if (to == run.size()) {
                return;
            }
            Call then = run.get(to);
            rates.add((then.place() - from.place()) / (then.second() - from.second()));
        }
    }

    private static void rates(double from, double to, IntToLongFunction entered, List<Double> rates) {
        for (int second = (int) Math.ceil(from); second + SPAN <= to; second++) {
            long sum = 0;
            for (int each = second; each < second + SPAN; each++) {
                sum += entered.applyAsLong(each);
            }
            rates.add((double) sum / SPAN);
        }
    }
}
