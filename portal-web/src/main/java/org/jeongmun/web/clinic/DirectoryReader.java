package org.jeongmun.web.clinic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jeongmun.web.config.SeenTransactions;

/** Asks the database what has changed in the directory, over one connection of its own. For one thread. */
final class DirectoryReader implements AutoCloseable {
    private static final String LATEST = """
            SELECT directory_version, portal_now(), pg_current_snapshot()::text,
                   (SELECT coalesce(min(id), 0) FROM slot), (SELECT coalesce(max(id), -1) FROM slot)
              FROM portal_state""";

    /**
     * What reservations have moved, and a stretch of all slots: whatever escaped the former is put right by the latter.
     * Rows of a backup that was loaded into another server say numbers that are still to come there; they are not new.
     */
    private static final String CHANGED = """
            WITH moved AS (SELECT slot_id, left_slot_id, second_slot_id, left_second_slot_id
                             FROM reservation
                            WHERE changed_in >= (?::text)::xid8
                              AND changed_in < pg_snapshot_xmax(pg_current_snapshot())
                           UNION ALL
                           SELECT slot_id, left_slot_id, second_slot_id, left_second_slot_id
                             FROM reservation WHERE changed_in = ANY ((?::text[])::xid8[]))
            SELECT s.id, s.capacity - COALESCE(s.released, s.taken), p.share_id, p.taken
              FROM slot s LEFT JOIN slot_supply p ON p.slot_id = s.id
             WHERE s.id IN (SELECT m.slot FROM moved, LATERAL
                              (VALUES (slot_id), (left_slot_id), (second_slot_id), (left_second_slot_id)) AS m (slot))
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
     * @param seen the snapshot of this answer: whatever it shows, shows in what is read after this
     */
    record Latest(long version, Optional<Instant> now, SeenTransactions seen, long firstSlot, long lastSlot) {}

    Latest latest() throws SQLException {
        try (ResultSet row = latest.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("Table portal_state has no row: run migrate.");
            }
            return new Latest(
                    row.getLong(1),
                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                    SeenTransactions.of(row.getString(3)),
                    row.getLong(4),
                    row.getLong(5));
        }
    }

    /** Brings the free places up to date with whatever was not {@code seen}, and with slots {@code [from, to)}. */
    void refresh(SlotTable slots, SeenTransactions seen, long from, long to) throws SQLException {
        seen.setOn(changed, 1);
        changed.setLong(3, from);
        changed.setLong(4, to);
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
