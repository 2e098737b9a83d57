package org.jeongmun.launcher.supply;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.supply.Days;
import org.jeongmun.supply.Lot;
import org.jeongmun.supply.Pool;

/** One go at bringing the slots' supply to what is announced, inside its transaction. */
final class AllotmentRound {
    private static final String ROOM = """
            SELECT s.id, s.clinic_id, (s.starts_at AT TIME ZONE ?)::date - DATE '2000-01-01',
                   s.capacity - COALESCE(s.released, s.taken)
              FROM slot s JOIN clinic c ON c.id = s.clinic_id
             WHERE s.starts_at > GREATEST(?::timestamptz, (SELECT portal_now()))
               AND COALESCE(s.released, s.taken) < s.capacity
               AND (?::text IS NULL OR s.vaccine = ?::text) AND (?::text IS NULL OR c.sido = ?::text)
               AND (?::date IS NULL OR (s.starts_at AT TIME ZONE ?)::date BETWEEN ?::date AND ?::date)
             ORDER BY s.clinic_id, s.starts_at, s.id""";
    private static final String DROPPED = "SELECT id FROM pool WHERE NOT active ORDER BY id";
    private static final String UNSOLD_CHANGE = """
            INSERT INTO supply_change (kind, pool_id, places, detail)
            SELECT 'WITHDRAW', h.pool_id, sum(u.allotted - u.taken), 'what a pool has left that is dropped'
              FROM slot_supply u JOIN pool_share h ON h.id = u.share_id
             WHERE h.pool_id = ? AND u.allotted > u.taken GROUP BY h.pool_id
            RETURNING id, places""";
    private static final String UNSOLD = """
            INSERT INTO slot_release (change_id, slot_id, share_id, effective_at, places)
            SELECT ?, u.slot_id, u.share_id, COALESCE(portal_now(), '2000-01-01'), u.taken - u.allotted
              FROM slot_supply u JOIN pool_share h ON h.id = u.share_id
             WHERE h.pool_id = ? AND u.allotted > u.taken ORDER BY u.slot_id""";

    private final Tables tables;
    private final StoredLots stored;
    private final ZoneId zone;
    private final Instant now;
    private final List<String> done = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    AllotmentRound(Tables tables, ZoneId zone, Instant now) {
        this.tables = tables;
        this.stored = new StoredLots(tables);
        this.zone = zone;
        this.now = now;
    }

    List<String> done() {
        return done;
    }

    List<String> missing() {
        return missing;
    }

    /** @return the lots of the pool that have taken effect */
    List<Lot> effective(Pool pool) throws SQLException {
        return stored.of(pool.id().value()).stream()
                .filter(known -> known.isEffectiveAt(now))
                .map(StoredLots.Known::lot)
                .toList();
    }

    /** Takes what is left from pools that no campaign in force has. */
    void withdrawDropped() throws SQLException {
        for (String pool : tables.read(DROPPED, row -> row.getString(1))) {
            withdraw(pool, List.of());
            record Change(long id, long places) {}
            List<Change> changes = tables.read(UNSOLD_CHANGE, row -> new Change(row.getLong(1), row.getLong(2)), pool);
            for (Change change : changes) {
                tables.write(UNSOLD, change.id(), pool);
                done.add("Pool %s is dropped: the %,d places that it had left are no pool's now."
                        .formatted(pool, change.places()));
            }
        }
    }

    /** Brings each pool to its lots. */
    void bring(Map<Pool, List<Lot>> pools, Progress progress) throws SQLException {
        long total = pools.values().stream().mapToLong(List::size).sum();
        long reached = 0;
        for (Map.Entry<Pool, List<Lot>> lots : pools.entrySet()) {
            Pool pool = lots.getKey();
            withdraw(pool.id().value(), lots.getValue());
            List<Lot> known =
                    stored.of(pool).stream().map(StoredLots.Known::lot).toList();
            for (Lot lot : lots.getValue()) {
                if (!known.contains(lot)) {
                    allot(pool, lot);
                }
                progress.reached(++reached, total);
            }
        }
    }

    private void withdraw(String pool, List<Lot> kept) throws SQLException {
        for (StoredLots.Known known : stored.of(pool)) {
            if (!known.isEffectiveAt(now) && !kept.contains(known.lot())) {
                stored.withdraw(known, shown(known.lot()));
                done.add("Withdrawn: %s.".formatted(shown(known.lot())));
            }
        }
    }

    private void allot(Pool pool, Lot lot) throws SQLException {
        SlotRoom slots = room(pool, lot);
        if (slots.total() < lot.places()) {
            missing.add(("Not allotted: %s: the slots have room for %,d. Import slots with more capacity, then"
                            + " `portal.jar supply allot`.")
                    .formatted(shown(lot), slots.total()));
            return;
        }
        stored.allot(lot, slots.divided(lot.places()), shown(lot));
        done.add("Allotted: %s.".formatted(shown(lot)));
    }

    private SlotRoom room(Pool pool, Lot lot) throws SQLException {
        String vaccine = pool.vaccine().orElse(null);
        String sido = lot.key().sido().orElse(null);
        LocalDate first = pool.days().map(Days::first).orElse(null);
        LocalDate last = pool.days().map(Days::last).orElse(null);
        String here = zone.getId();
        return SlotRoom.read(
                tables, ROOM, here, lot.effectiveAt(), vaccine, vaccine, sido, sido, first, here, first, last);
    }

    private String shown(Lot lot) {
        return "%,d places of pool %s from %s%s%s"
                .formatted(
                        lot.places(),
                        lot.key().pool(),
                        lot.effectiveAt().atZone(zone).toOffsetDateTime(),
                        lot.key().sido().map(sido -> " in " + sido).orElse(""),
                        lot.key().day().map(day -> " for window " + day).orElse(""));
    }
}
