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
import org.jeongmun.web.config.SeenTransactions;

/** Which numbers have had their journeys: one bit each, kept up to date by asking for what has changed. */
final class SpentNumbers {
    /** Rows of a backup that was loaded into another server say numbers that are still to come there. */
    private static final String CHANGED = """
            SELECT window_id, number FROM line_ticket
             WHERE spent_in >= (?::text)::xid8 AND spent_in < pg_snapshot_xmax(pg_current_snapshot())
            UNION ALL
            SELECT window_id, number FROM line_ticket WHERE spent_in = ANY ((?::text[])::xid8[])""";

    /** What was spent before this node began, of windows in force: one that has closed may be extended. */
    private static final String ALL = """
            SELECT t.window_id, t.number FROM line_ticket t JOIN booking_window w ON w.id = t.window_id
             WHERE t.spent_in IS NOT NULL AND w.active""";

    private static final String SEEN = "SELECT pg_current_snapshot()::text";

    /** Two million rows are not held all at once. */
    private static final int ROWS_AT_ONCE = 10_000;

    private final Map<WindowId, BitSet> spent = new ConcurrentHashMap<>();
    private SeenTransactions seen = SeenTransactions.NONE;

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

    /**
     * For the one thread that asks. What is read is as of a snapshot that is at least as new as the one taken before
     * it.
     */
    void refresh(Connection connection) throws SQLException {
        SeenTransactions now = seenBy(connection);
        if (seen.equals(SeenTransactions.NONE)) {
            readAll(connection);
        } else {
            readChanged(connection);
        }
        // Not before all of it is read.
        seen = now;
    }

    private static SeenTransactions seenBy(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEEN);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return SeenTransactions.of(row.getString(1));
        }
    }

    private void readAll(Connection connection) throws SQLException {
        execute(OwnConnection.LONG_PATIENCE, connection);
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            addAll(statement);
        } finally {
            connection.setAutoCommit(true);
        }
        execute(OwnConnection.USUAL_PATIENCE, connection);
    }

    private static void execute(String sql, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private void readChanged(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
            seen.setOn(statement, 1);
            addAll(statement);
        }
    }

    private void addAll(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                add(new WindowId(row.getString(1)), row.getLong(2));
            }
        }
    }
}
