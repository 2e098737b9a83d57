package org.jeongmun.launcher.supply;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.supply.Days;
import org.jeongmun.supply.Pool;

/**
 * Moves unsold places of a pool from slots to slots, exactly: what one side loses the other gets, in the same moment,
 * or nothing happens. Places that are promised for later stay where they are.
 */
public final class Mover {
    private static final String UNSOLD = """
            SELECT s.id, s.clinic_id, (s.starts_at AT TIME ZONE ?)::date - DATE '2000-01-01',
                   places_by(u.effective_at, u.places, (SELECT portal_now())) - u.taken
              FROM slot_supply u JOIN slot s ON s.id = u.slot_id JOIN clinic c ON c.id = s.clinic_id
             WHERE u.share_id = ? AND places_by(u.effective_at, u.places, (SELECT portal_now())) > u.taken
               AND (?::text IS NULL OR c.sido = ?::text) AND (?::text IS NULL OR c.id = ?::text)
             ORDER BY s.clinic_id, s.starts_at, s.id""";
    private static final String ROOM = """
            SELECT s.id, s.clinic_id, (s.starts_at AT TIME ZONE ?)::date - DATE '2000-01-01',
                   s.capacity - COALESCE(s.released, s.taken)
              FROM slot s JOIN clinic c ON c.id = s.clinic_id
             WHERE s.starts_at > (SELECT portal_now()) AND COALESCE(s.released, s.taken) < s.capacity
               AND (?::text IS NULL OR c.sido = ?::text) AND (?::text IS NULL OR c.id = ?::text)
               AND (?::text IS NULL OR s.vaccine = ?::text)
               AND (?::date IS NULL OR (s.starts_at AT TIME ZONE ?)::date BETWEEN ?::date AND ?::date)
             ORDER BY s.clinic_id, s.starts_at, s.id""";
    private static final String SHARE =
            "SELECT id FROM pool_share WHERE pool_id = ? AND window_id IS NOT DISTINCT FROM ?";
    private static final String CHANGE = """
            INSERT INTO supply_change (kind, pool_id, places, detail, reason, schedule_version)
            SELECT 'MOVE', ?, ?, ?, ?, schedule_version FROM portal_state RETURNING id""";
    /*
     * Places that are not sold in the share as a whole stay there, only elsewhere: rows that cancel out are left out.
     */
    private static final String MOVE = """
            INSERT INTO slot_release (change_id, slot_id, share_id, effective_at, places)
            SELECT ?, m.slot, m.share, now.at, sum(m.places)
              FROM (SELECT u.slot, ?::bigint, -u.places FROM unnest(?::bigint[], ?::bigint[]) AS u (slot, places)
                    UNION ALL
                    SELECT u.slot, ?::bigint, u.places FROM unnest(?::bigint[], ?::bigint[]) AS u (slot, places))
                   AS m (slot, share, places), (SELECT portal_now()) AS now (at)
             GROUP BY m.slot, m.share, now.at HAVING sum(m.places) <> 0 ORDER BY m.slot, m.share""";

    private final Connection owner;
    private final ZoneId zone;

    /** @param owner a connection that has put on the owning role, in auto-commit; it stays so */
    public Mover(Connection owner, ZoneId zone) {
        this.owner = owner;
        this.zone = zone;
    }

    /**
     * Moves.
     *
     * @return how many places were moved
     * @throws CommandFailure exit code 2, for an unknown side, too few places or too little room
     */
    public long move(Pool pool, Move move) throws SQLException {
        return new SupplyTransaction(owner).make(tables -> {
            new KnownPlaces(tables).check(move);
            long from = share(tables, move.from(), move);
            long to = share(tables, move.to(), move);
            SlotRoom unsold = unsold(tables, from, move.from());
            long places = move.places().orElse(unsold.total());
            SlotRoom room = room(tables, pool, move.to());
            refuseUnlessPossible(move, places, unsold.total(), room.total());
            SlotRoom.Division taken = unsold.divided(places);
            SlotRoom.Division given = room.divided(places);
            String detail = "%s -> %s".formatted(move.from(), move.to());
            long change = tables.number(CHANGE, pool.id().value(), places, detail, move.reason());
            tables.write(
                    MOVE,
                    change,
                    from,
                    tables.numbers(taken.slots()),
                    tables.numbers(taken.places()),
                    to,
                    tables.numbers(given.slots()),
                    tables.numbers(given.places()));
            return new SupplyTransaction.Made<>(places, true);
        });
    }

    private static void refuseUnlessPossible(Move move, long places, long unsold, long room) {
        if (places == 0 || places > unsold) {
            throw CommandFailure.wrongUsage(
                    "--places: %s has %,d unsold places of pool %s: move fewer, or from elsewhere."
                            .formatted(move.from(), unsold, move.pool()));
        }
        if (places > room) {
            throw CommandFailure.wrongUsage("--places: the slots %s have room for %,d: move fewer, or import slots with"
                            .formatted(move.to(), room)
                    + " more capacity.");
        }
    }

    private static long share(Tables tables, Move.Side side, Move move) throws SQLException {
        List<Long> share = tables.read(
                SHARE,
                row -> row.getLong(1),
                move.pool().value(),
                side.window().map(WindowId::value).orElse(null));
        if (share.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    side.window().isPresent()
                            ? "Window %s has no places of pool %s apart: leave it out."
                                    .formatted(side.window().get(), move.pool())
                            : "The places of pool %s are apart by window: name it with --from-window or --to-window."
                                    .formatted(move.pool()));
        }
        return share.get(0);
    }

    private SlotRoom unsold(Tables tables, long share, Move.Side from) throws SQLException {
        String sido = from.sido().orElse(null);
        String clinic = from.clinic().orElse(null);
        return SlotRoom.read(tables, UNSOLD, zone.getId(), share, sido, sido, clinic, clinic);
    }

    private SlotRoom room(Tables tables, Pool pool, Move.Side to) throws SQLException {
        String sido = to.sido().orElse(null);
        String clinic = to.clinic().orElse(null);
        String vaccine = pool.vaccine().orElse(null);
        LocalDate first = pool.days().map(Days::first).orElse(null);
        LocalDate last = pool.days().map(Days::last).orElse(null);
        String here = zone.getId();
        return SlotRoom.read(
                tables, ROOM, here, sido, sido, clinic, clinic, vaccine, vaccine, first, here, first, last);
    }
}
