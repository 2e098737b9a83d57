package org.jeongmun.launcher.status;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jeongmun.launcher.Rates;

/**
 * One line as an operator sees it.
 *
 * @param order draw or arrival
 * @param issued the highest number given
 * @param drawn whether the draw has been held; false where nothing is drawn
 * @param nowServing the highest place called
 * @param rate how many are called in a second now
 * @param setting the operator's admitPerSecond and maxInside
 * @param inside how many passes are good and not used up, on all nodes and of all lines
 */
record WaitingLine(
        String window,
        String order,
        long issued,
        boolean drawn,
        long nowServing,
        double rate,
        String setting,
        long inside) {
    private static final String LINES = """
            SELECT l.window_id, l.place_order, l.issued, l.drawn IS NOT NULL AND l.place_order = 'draw',
                   GREATEST(l.now_serving, l.first_calls),
                   CASE WHEN w.opens_at <= portal_now() AND w.closes_at > portal_now()
                             AND s.maintenance_since IS NULL
                             AND a.expires_at > clock_timestamp() THEN l.rate ELSE 0 END,
                   format('%s per second, %s inside', v.waiting_room->>'admitPerSecond', v.waiting_room->>'maxInside'),
                   (SELECT COALESCE(sum(n.inside), 0) FROM line_node n
                     WHERE n.seen_at > clock_timestamp() - passes_last())
              FROM portal_state s
              JOIN schedule_version v ON v.version = s.schedule_version AND v.waiting_room IS NOT NULL
              JOIN booking_window w ON w.campaign_id = v.campaign_id AND w.active
              JOIN waiting_line l ON l.window_id = w.id
             CROSS JOIN admission_lease a
             ORDER BY w.opens_at, w.id""";

    static List<WaitingLine> all(Connection connection) throws SQLException {
        List<WaitingLine> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LINES)) {
            while (row.next()) {
                lines.add(new WaitingLine(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getLong(5),
                        row.getDouble(6),
                        row.getString(7),
                        row.getLong(8)));
            }
        }
        return lines;
    }

    String shown() {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d wait, place %,d served, %s per second now (set to %s), %,d inside, by %s%s",
                window,
                Math.max(0, issued - nowServing),
                issued,
                nowServing,
                Rates.rounded(rate),
                setting,
                inside,
                order,
                drawn ? " (drawn)" : "");
    }
}
