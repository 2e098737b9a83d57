package org.jeongmun.launcher.draw;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.campaign.Quoted;
import org.jeongmun.waitingroom.DrawSeed;
import org.jeongmun.waitingroom.PublicValue;
import org.jeongmun.waitingroom.PublishedDraw;

/** Lines as the tables hold them, read from one moment in one transaction that changes nothing. */
final class LineTables implements AutoCloseable {
    /* Of a window that was taken out of the campaign before it opened, no draw is ever held. */
    private static final String OPENED = """
            SELECT l.window_id FROM waiting_line l JOIN booking_window w ON w.id = l.window_id
             WHERE w.opens_at <= portal_now() AND (w.active OR l.commitment IS NULL OR l.drawn IS NOT NULL)
             ORDER BY w.opens_at, w.id""";
    private static final String LINE = """
            SELECT l.issued, l.now_serving, l.commitment, drawn_seed(l.window_id), l.drawn, l.public_source, l.public_at,
                   l.public_value,
                   l.first_calls
              FROM waiting_line l JOIN booking_window w ON w.id = l.window_id WHERE l.window_id = ?""";
    private static final String CALLS =
            "SELECT now_serving, called_at FROM line_call WHERE window_id = ? ORDER BY now_serving";
    /**
     * On which number each place was taken: that of whoever had last brought the person along by then, or the last that
     * they had themselves. None of those taken before there was a line, or while nodes were about to hear of it.
     */
    private static final String TAKEN = """
            WITH taken AS (
              SELECT DISTINCT ON (r.id) r.person_key, r.created_at, COALESCE(g.number, t.number) AS number
                FROM reservation r
                JOIN waiting_line l ON l.window_id = r.window_id
                LEFT JOIN line_guest g ON g.window_id = r.window_id AND g.person_key = r.person_key
                                      AND g.brought_at <= r.created_at
                LEFT JOIN line_ticket t ON t.window_id = r.window_id AND t.person_key = r.person_key
                                       AND t.joined_at <= r.created_at
               WHERE r.window_id = ? AND r.created_at >= COALESCE(l.made_at + interval '5 seconds', '-infinity')
               ORDER BY r.id, g.brought_at DESC NULLS LAST, t.joined_at DESC NULLS LAST)
            """;

    private static final String TICKETS = TAKEN + """
            SELECT t.number, min(p.created_at) FROM line_ticket t LEFT JOIN taken p ON p.number = t.number
             WHERE t.window_id = ? GROUP BY t.number ORDER BY t.number""";

    private static final String WITHOUT_NUMBER =
            TAKEN + "SELECT count(DISTINCT person_key) FROM taken WHERE number IS NULL";
    private static final int AT_ONCE = 10_000;

    private final Connection connection;

    LineTables(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
    }

    /** @return the windows with a line whose opening is past, in its order */
    List<String> opened() throws SQLException {
        List<String> windows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OPENED);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                windows.add(row.getString(1));
            }
        }
        return windows;
    }

    /** Tells all that is on record of one line. */
    void tell(String window, LineRecord told) throws SQLException {
        if (rows(LINE, row -> told.line(line(window, row)), window) == 0) {
            throw CommandFailure.wrongUsage("No window %s has a line.".formatted(Quoted.of(window)));
        }
        rows(CALLS, row -> told.call(row.getLong(1), instant(row, 2)), window);
        rows(
                TICKETS,
                row -> told.ticket(row.getLong(1), OptionalLong.empty(), Optional.ofNullable(instant(row, 2))),
                window,
                window);
        rows(WITHOUT_NUMBER, row -> told.withoutNumber(row.getLong(1)), window);
    }

    private static LineRecord.Line line(String window, ResultSet row) throws SQLException {
        String commitment = row.getString(3);
        if (commitment == null) {
            return new LineRecord.Line(window, row.getLong(1), row.getLong(2), row.getLong(9), Optional.empty());
        }
        String source = row.getString(6);
        PublishedDraw draw = new PublishedDraw(
                commitment,
                Optional.ofNullable(row.getBytes(4)).map(DrawSeed::of),
                row.getLong(5),
                source == null
                        ? Optional.empty()
                        : Optional.of(new PublicValue(source, instant(row, 7), Optional.ofNullable(row.getString(8)))));
        return new LineRecord.Line(window, row.getLong(1), row.getLong(2), row.getLong(9), Optional.of(draw));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    /** @return how many there were */
    private long rows(String sql, Row each, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(AT_ONCE);
            for (int index = 0; index < values.length; index++) {
                statement.setString(index + 1, values[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                long count = 0;
                while (row.next()) {
                    count++;
                    each.read(row);
                }
                return count;
            }
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
    }
}
