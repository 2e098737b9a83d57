package org.jeongmun.launcher.supply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.supply.Lot;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.PoolId;

/** The lots that are allotted, in the tables. For one thread. */
final class StoredLots {
    private static final String IN_FORCE = """
            SELECT l.id, l.pool_id, l.release_at, l.sido, l.window_id, h.window_id, l.effective_at, l.places
              FROM pool_lot l JOIN pool_share h ON h.id = l.share_id
             WHERE l.pool_id = ? AND l.withdrawn_at IS NULL ORDER BY l.effective_at, l.id""";
    /**
     * A lot is the whole pool's where no window is open for it any more, whatever its windows have of their own: nobody
     * may have made that share yet.
     */
    private static final String SHARE =
            "INSERT INTO pool_share (pool_id, window_id) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private static final String ADD = """
            INSERT INTO pool_lot (pool_id, release_at, sido, window_id, share_id, effective_at, places)
            SELECT ?, ?, ?, ?, h.id, ?, ? FROM pool_share h
             WHERE h.pool_id = ? AND h.window_id IS NOT DISTINCT FROM ?
            RETURNING id""";
    private static final String CHANGE = """
            INSERT INTO supply_change (kind, pool_id, lot_id, places, detail, reason, schedule_version)
            SELECT ?, ?, ?, ?, ?, ?, schedule_version FROM portal_state RETURNING id""";
    private static final String GIVE = """
            INSERT INTO slot_release (change_id, slot_id, share_id, effective_at, places)
            SELECT ?, u.slot, l.share_id, l.effective_at, u.places
              FROM unnest(?::bigint[], ?::bigint[]) AS u (slot, places), pool_lot l WHERE l.id = ?""";
    private static final String TAKE_AWAY = """
            INSERT INTO slot_release (change_id, slot_id, share_id, effective_at, places)
            SELECT ?, r.slot_id, r.share_id, r.effective_at, -r.places
              FROM slot_release r JOIN supply_change c ON c.id = r.change_id
             WHERE c.lot_id = ? AND c.kind = 'ALLOT' ORDER BY r.slot_id""";
    private static final String WITHDRAWN = "UPDATE pool_lot SET withdrawn_at = clock_timestamp() WHERE id = ?";

    private final Tables tables;

    StoredLots(Tables tables) {
        this.tables = tables;
    }

    /** A lot with its number in the tables. */
    record Known(long id, Lot lot) {
        boolean isEffectiveAt(Instant now) {
            return !lot.effectiveAt().isAfter(now);
        }
    }

    /** @return the lots of that pool that are allotted and not withdrawn */
    List<Known> of(Pool pool) throws SQLException {
        return of(pool.id().value());
    }

    List<Known> of(String pool) throws SQLException {
        return tables.read(IN_FORCE, StoredLots::known, pool);
    }

    /** Allots a lot as it is divided. */
    void allot(Lot lot, SlotRoom.Division division, String detail) throws SQLException {
        Lot.Key key = lot.key();
        String pool = key.pool().value();
        String owner = lot.owner().map(WindowId::value).orElse(null);
        tables.write(SHARE, pool, owner);
        long id = tables.number(
                ADD,
                pool,
                key.releaseAt(),
                key.sido().orElse(null),
                key.day().map(WindowId::value).orElse(null),
                lot.effectiveAt(),
                lot.places(),
                pool,
                owner);
        long change = tables.number(CHANGE, "ALLOT", pool, id, lot.places(), detail, null);
        tables.write(GIVE, change, tables.numbers(division.slots()), tables.numbers(division.places()), id);
    }

    /** Takes back a lot that has not taken effect. */
    void withdraw(Known known, String detail) throws SQLException {
        long change = tables.number(
                CHANGE,
                "WITHDRAW",
                known.lot().key().pool().value(),
                known.id(),
                known.lot().places(),
                detail,
                null);
        tables.write(TAKE_AWAY, change, known.id());
        tables.write(WITHDRAWN, known.id());
    }

    private static Known known(ResultSet row) throws SQLException {
        Lot.Key key = new Lot.Key(
                new PoolId(row.getString(2)),
                Tables.moment(row, 3),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)).map(WindowId::new));
        Lot lot = new Lot(
                key, Optional.ofNullable(row.getString(6)).map(WindowId::new), Tables.moment(row, 7), row.getLong(8));
        return new Known(row.getLong(1), lot);
    }
}
