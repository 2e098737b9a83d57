package org.jeongmun.web.line;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jeongmun.lock.reading.OwnConnection;
import org.jeongmun.schedule.WindowId;

/** Which numbers have had their journeys: one bit each, kept up to date by asking for what has changed. */
final class SpentNumbers {
    /* A transaction that was under way at the last question may have spent a number since: ask from the oldest on. */
    private static final String CHANGED = """
            SELECT window_id, number, pg_snapshot_xmin(pg_current_snapshot())::text
              FROM line_ticket WHERE spent_in >= ?::xid8
            UNION ALL
            SELECT NULL, NULL, pg_snapshot_xmin(pg_current_snapshot())::text""";

    private static final String NEVER = "0";

    private final Map<WindowId, BitSet> spent = new ConcurrentHashMap<>();
    private String since = NEVER;

    boolean contains(WindowId window, long number) {
        BitSet numbers = spent.get(window);
        if (numbers == null) {
            return false;
        }
        synchronized (numbers) {
            return numbers.get((int) number);
        }
    }

    void add(WindowId window, long number) {
        BitSet numbers = spent.computeIfAbsent(window, each -> new BitSet());
        synchronized (numbers) {
            numbers.set((int) number);
        }
    }

    /** For the one thread that asks. */
    void refresh(Connection connection) throws SQLException {
        if (!since.equals(NEVER)) {
            read(connection);
            return;
        }
        // All that was ever spent, which may be two million rows.
        execute(OwnConnection.LONG_PATIENCE, connection);
        read(connection);
        execute(OwnConnection.USUAL_PATIENCE, connection);
    }

    private static void execute(String sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private void read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
            statement.setString(1, since);
            try (ResultSet row = statement.executeQuery()) {
                String seen = since;
                while (row.next()) {
                    if (row.getString(1) != null) {
                        add(new WindowId(row.getString(1)), row.getLong(2));
                    }
                    seen = row.getString(3);
                }
                // Not before all of it is read.
                since = seen;
            }
        }
    }
}
