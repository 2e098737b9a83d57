package org.jeongmun.benchmark.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every code that was shown in the runs so far, and the check of them. */
public final class Ledger {
    private static final String CONFIRMED = "SELECT code FROM reservation WHERE state = 'CONFIRMED'";
    /** A reservation takes a place in one slot, or in two where a second dose is due. */
    private static final String OVERSOLD = """
            SELECT count(*) FROM slot s LEFT JOIN
                   (SELECT place, count(*) AS active
                      FROM reservation CROSS JOIN LATERAL (VALUES (slot_id), (second_slot_id)) AS places (place)
                     WHERE state IN ('HELD', 'CONFIRMED') AND place IS NOT NULL GROUP BY place) r ON r.place = s.id
             WHERE s.taken > s.capacity OR s.taken <> COALESCE(r.active, 0)""";

    private static final String OUTSIDE = """
            SELECT count(*) FROM reservation r LEFT JOIN booking_window w ON w.id = r.window_id
             WHERE (r.created_at >= w.opens_at AND r.created_at < w.closes_at
                    AND COALESCE(r.confirmed_at < w.closes_at + w.grace, true)) IS NOT TRUE""";
    private static final String TWICE = """
            SELECT count(*) FROM (SELECT 1 FROM reservation WHERE state IN ('HELD', 'CONFIRMED')
                                   GROUP BY campaign_id, person_key HAVING count(*) > 1) AS doubled""";

    private final Set<String> shown = new HashSet<>();
    private long shownTwice;

    /** Writes down a code that a visitor has seen, on whichever thread. */
    public synchronized void shown(String code) {
        if (!shown.add(code)) {
            shownTwice++;
        }
    }

    /** @return how many codes were shown */
    public synchronized int size() {
        return shown.size();
    }

    /** @return each promise that the tables do not keep, in a few words; none when all is well */
    public synchronized List<String> brokenPromises(Connection connection) throws SQLException {
        List<String> broken = new ArrayList<>();
        note(broken, shownTwice, "codes were shown to two visitors");
        note(broken, lost(connection), "codes were shown and are not confirmed");
        note(broken, count(connection, OVERSOLD), "slots are oversold or miscounted");
        note(broken, count(connection, OUTSIDE), "reservations are outside their window");
        note(broken, count(connection, TWICE), "people have two places");
        return broken;
    }

    private static void note(List<String> broken, long count, String what) {
        if (count > 0) {
            broken.add(count + " " + what);
        }
    }

    private long lost(Connection connection) throws SQLException {
        Set<String> missing = new HashSet<>(shown);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(CONFIRMED)) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        return missing.size();
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
