package org.jeongmun.web.clinic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Asks the database what has changed in the directory, over one connection of its own. For one thread. */
final class DirectoryReader implements AutoCloseable {
    private static final String LATEST = """
            SELECT directory_version, portal_now(), pg_snapshot_xmin(pg_current_snapshot())::text,
                   (SELECT coalesce(min(id), 0) FROM slot), (SELECT coalesce(max(id), -1) FROM slot)
              FROM portal_state""";

    /** What reservations have moved, and a stretch of all slots: whatever escaped the former is put right by the latter. */
    private static final String CHANGED = """
            SELECT s.id, s.capacity - COALESCE(s.released, s.taken), p.share_id, p.taken
              FROM slot s LEFT JOIN slot_supply p ON p.slot_id = s.id
             WHERE s.id IN (SELECT slot_id FROM reservation WHERE changed_in >= (?::text)::xid8
                            UNION
                            SELECT left_slot_id FROM reservation WHERE changed_in >= (?::text)::xid8
                            UNION
                            SELECT second_slot_id FROM reservation WHERE changed_in >= (?::text)::xid8
                            UNION
                            SELECT left_second_slot_id FROM reservation WHERE changed_in >= (?::text)::xid8)
            UNION ALL
            SELECT s.id, s.capacity - COALESCE(s.released, s.taken), p.share_id, p.taken
              FROM slot s LEFT JOIN slot_supply p ON p.slot_id = s.id WHERE s.id >= ? AND s.id < ?""";

    private final Connection connection;
    private final PreparedStatement latest;
    private final PreparedStatement changed;

    DirectoryReader(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(true);
        this.latest = connection.prepareStatement(LATEST);
        this.changed = connection.prepareStatement(CHANGED);
    }

    /**
     * What the database says now.
     *
     * @param now empty when the portal's clock has not been started (a demo that has not begun)
     * @param horizon the oldest transaction that is under way; all older ones show in what is read after this
     */
    record Latest(long version, Optional<Instant> now, String horizon, long firstSlot, long lastSlot) {}

    Latest latest() throws SQLException {
        try (ResultSet row = latest.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("Table portal_state has no row: run migrate.");
            }
            return new Latest(
                    row.getLong(1),
                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5));
        }
    }

    /** Brings the free places up to date with all changes at or after {@code horizon}, and with slots {@code [from, to)}. */
    void refresh(SlotTable slots, String horizon, long from, long to) throws SQLException {
        changed.setString(1, horizon);
        changed.setString(2, horizon);
        changed.setString(3, horizon);
        changed.setString(4, horizon);
        changed.setLong(5, from);
        changed.setLong(6, to);
        try (ResultSet row = changed.executeQuery()) {
            while (row.next()) {
                slots.setFree(row.getLong(1), row.getInt(2));
                long share = row.getLong(3);
                if (!row.wasNull()) {
                    slots.setTaken(row.getLong(1), share, row.getInt(4));
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
