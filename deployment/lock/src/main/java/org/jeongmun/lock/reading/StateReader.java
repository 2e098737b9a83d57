package org.jeongmun.lock.reading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jeongmun.clock.ClockSample;
import org.jeongmun.schedule.LocalizedText;

/** Asks the database what has changed, over one connection of its own. For one thread. */
final class StateReader implements AutoCloseable {
    /** The history of windows is counted too, so that no way of moving a window goes unseen. */
    private static final String LATEST = """
            SELECT portal_now(), schedule_version, maintenance_since IS NOT NULL, announcement_ko, announcement_en,
                   to_regclass('public.demo') IS NOT NULL,
                   (SELECT count(*) FROM booking_window_history), maintenance_until
              FROM portal_state""";

    private final Connection connection;
    private final PreparedStatement latest;

    StateReader(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(true);
        this.latest = connection.prepareStatement(LATEST);
    }

    /**
     * What the database says now.
     *
     * @param sample empty when the portal's clock has not been started (a demo that has not begun)
     * @param changes grows with each change of any window
     * @param nextUpdate when, during maintenance, the next notice was promised
     */
    record Latest(
            Optional<ClockSample> sample,
            long scheduleVersion,
            long changes,
            boolean maintenance,
            Optional<Instant> nextUpdate,
            Optional<LocalizedText> announcement,
            boolean demo) {}

    Latest latest() throws SQLException {
        long askedAt = System.nanoTime();
        try (ResultSet row = latest.executeQuery()) {
            long answeredAt = System.nanoTime();
            if (!row.next()) {
                throw new SQLException("Table portal_state has no row: run migrate.");
            }
            return new Latest(
                    Optional.ofNullable(instant(row, 1)).map(now -> new ClockSample(askedAt, answeredAt, now)),
                    row.getLong(2),
                    row.getLong(7),
                    row.getBoolean(3),
                    Optional.ofNullable(instant(row, 8)),
                    announcement(row.getString(4), row.getString(5)),
                    row.getBoolean(6));
        }
    }

    /** @return the schedule in force as the tables hold it; empty when none was ever applied */
    Optional<ScheduleRows> schedule() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ScheduleRows.QUERY);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new ScheduleRows(
                    row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Optional<LocalizedText> announcement(String ko, String en) {
        boolean told = ko != null && en != null && !ko.isBlank() && !en.isBlank();
        return told ? Optional.of(new LocalizedText(ko, en)) : Optional.empty();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
