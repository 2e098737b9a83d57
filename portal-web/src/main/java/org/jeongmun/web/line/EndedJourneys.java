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

/**
 * Which numbers have had journeys, which the database counts with each booking, and which of them have had all of
 * theirs: one bit each, kept up to date by asking for what has changed.
 */
final class EndedJourneys {
    private static final String TOLD = "SELECT window_id, number, spent_in IS NOT NULL FROM line_ticket";

    /** Rows of a backup that was loaded into another server say numbers that are still to come there. */
    private static final String CHANGED = TOLD
            + " WHERE journey_in >= (?::text)::xid8 AND journey_in < pg_snapshot_xmax(pg_current_snapshot())"
            + " UNION ALL " + TOLD + " WHERE journey_in = ANY ((?::text[])::xid8[])";

    /** What was spent before this node began, of windows in force: one that has closed may be extended. */
    private static final String ALL = """
            SELECT t.window_id, t.number, true FROM line_ticket t JOIN booking_window w ON w.id = t.window_id
             WHERE t.spent_in IS NOT NULL AND w.active""";

    private static final String SEEN = "SELECT pg_current_snapshot()::text";

    /** Two million rows are not held all at once. */
    private static final int ROWS_AT_ONCE = 10_000;

    private final Map<WindowId, BitSet> spent = new ConcurrentHashMap<>();
    private final Listener listener;
    private SeenTransactions seen = SeenTransactions.NONE;

    /** Who is told that somebody has their booking. */
    interface Listener {
        /** By that number; told once or more for each journey that ended since this node began. */
        void hasBooked(WindowId window, long number);
    }

    EndedJourneys(Listener listener) {
        this.listener = listener;
    }

    /** @return whether the number has had all its journeys */
    boolean isSpent(WindowId window, long number) {
        BitSet numbers = spent.get(window);
        if (numbers == null) {
            return false;
        }
        synchronized (numbers) {
            return numbers.get((int) number);
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
            learn(statement);
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
            learn(statement);
        }
    }

    private void learn(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                WindowId window = new WindowId(row.getString(1));
                long number = row.getLong(2);
                if (row.getBoolean(3)) {
                    spend(window, number);
                }
                listener.hasBooked(window, number);
            }
        }
    }

    private void spend(WindowId window, long number) {
        BitSet numbers = spent.computeIfAbsent(window, each -> new BitSet());
        synchronized (numbers) {
            numbers.set((int) number);
        }
    }
}
