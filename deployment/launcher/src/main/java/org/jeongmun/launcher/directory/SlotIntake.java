package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.Tables;

/**
 * Takes slots into the directory while people go on booking. What differs is found first; then new slots are added,
 * which nobody waits for, and last the slots that differ are locked and changed, in the order of their ids as bookings
 * lock them too. People who book one of those wait until the transaction ends; the others do not notice.
 */
final class SlotIntake implements Intake<SlotRow> {
    private static final long BATCH = 50_000;
    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_slot (
              line bigint, clinic_id text, starts_at timestamptz, ends_at timestamptz, vaccine text, capacity integer
            ) ON COMMIT DROP""";
    private static final String COPY =
            "COPY staged_slot (line, clinic_id, starts_at, ends_at, vaccine, capacity) FROM STDIN";
    private static final String REFUSED = """
            WITH again AS (
              SELECT clinic_id, starts_at, vaccine, min(line) AS first_line FROM staged_slot
              GROUP BY clinic_id, starts_at, vaccine HAVING count(*) > 1
            ), refused AS (
              SELECT line, 'clinic_id is none that the portal has: import its clinic first' AS reason
              FROM staged_slot s WHERE NOT EXISTS (SELECT FROM clinic c WHERE c.id = s.clinic_id)
              UNION ALL
              SELECT line, format('clinic_id, starts_at and vaccine are those of line %s, and each slot may be there once',
                                  first_line)
              FROM staged_slot s JOIN again a USING (clinic_id, starts_at, vaccine) WHERE s.line > a.first_line
            )
            SELECT line, string_agg(reason, '; ' ORDER BY reason) FROM refused GROUP BY line ORDER BY line""";
    private static final String COMPARE = """
            CREATE TEMPORARY TABLE differing_slot ON COMMIT DROP AS
              SELECT row_number() OVER (ORDER BY o.id NULLS FIRST, t.line) AS number, t.*, o.id AS slot_id
              FROM staged_slot t LEFT JOIN slot o USING (clinic_id, starts_at, vaccine)
              WHERE o.id IS NULL OR (o.ends_at, o.capacity) IS DISTINCT FROM (t.ends_at, t.capacity);
            CREATE UNIQUE INDEX ON differing_slot (number);
            ANALYZE differing_slot""";
    private static final String ADD = """
            INSERT INTO slot (clinic_id, starts_at, ends_at, vaccine, capacity)
            SELECT clinic_id, starts_at, ends_at, vaccine, capacity
            FROM differing_slot WHERE number > ? AND number <= ? AND slot_id IS NULL ORDER BY number""";
    private static final String LOCK = """
            SELECT count(*) FROM (
              SELECT FROM slot o JOIN differing_slot d ON d.slot_id = o.id
              WHERE d.number > ? AND d.number <= ? ORDER BY o.id FOR NO KEY UPDATE OF o) locked""";
    /* Begins after the lock is held, so that it sees every place that was taken before. */
    private static final String CHANGE = """
            UPDATE slot o
            SET ends_at = d.ends_at, capacity = GREATEST(d.capacity, o.taken, o.released)
            FROM differing_slot d
            WHERE d.slot_id = o.id AND d.number > ? AND d.number <= ?
              AND (o.ends_at, o.capacity) IS DISTINCT FROM (d.ends_at, GREATEST(d.capacity, o.taken, o.released))""";
    private static final String KEPT = """
            SELECT d.line, d.capacity, GREATEST(o.taken, o.released) FROM differing_slot d JOIN slot o ON o.id = d.slot_id
            WHERE o.capacity > d.capacity ORDER BY d.line""";

    private final Tables tables;
    private final CopyRows copy;
    private long rows;

    /** @param connection of the owning role, in a transaction, taken until {@link #endOfRows} */
    SlotIntake(Connection connection) throws SQLException {
        tables = new Tables(connection);
        tables.execute(STAGE);
        copy = new CopyRows(connection, COPY);
    }

    @Override
    public void add(long line, SlotRow slot) throws SQLException {
        copy.field(line)
                .field(slot.clinicId())
                .field(slot.startsAt().toString())
                .field(slot.endsAt().toString())
                .field(slot.vaccine())
                .field(slot.capacity())
                .endRow();
        rows++;
    }

    @Override
    public void endOfRows() throws SQLException {
        copy.end();
        // The comparison sorts and hashes every row; with the default of 4 MB it would do so on disk, in many passes.
        tables.execute("SET LOCAL work_mem = '64MB'; ANALYZE staged_slot");
    }

    @Override
    public void check(Faults faults) throws SQLException {
        tables.forEach(REFUSED, row -> faults.add(row.getLong(1), row.getString(2)));
    }

    @Override
    public void close() throws SQLException {
        copy.close();
    }

    @Override
    public Changes store(Progress progress) throws SQLException {
        tables.execute(COMPARE);
        long differing = tables.number("SELECT max(number) FROM differing_slot");
        long fresh = tables.number("SELECT count(*) FROM differing_slot WHERE slot_id IS NULL");
        for (long from = 0; from < fresh; from += BATCH) {
            tables.write(ADD, from, Math.min(fresh, from + BATCH));
            progress.reached(Math.min(fresh, from + BATCH), differing);
        }
        long changed = 0;
        for (long from = fresh; from < differing; from += BATCH) {
            tables.number(LOCK, from, from + BATCH);
            changed += tables.write(CHANGE, from, from + BATCH);
            progress.reached(Math.min(differing, from + BATCH), differing);
        }
        return new Changes(fresh, changed, rows - fresh - changed);
    }

    /**
     * After {@link #store}: tells of each slot whose capacity is more than its row says, as so many places are taken.
     */
    void forEachKept(KeptVisit visit) throws SQLException {
        tables.forEach(KEPT, row -> visit.kept(row.getLong(1), row.getInt(2), row.getInt(3)));
    }

    /** What is done with a slot that kept more places than its row says. */
    interface KeptVisit {
        void kept(long line, int capacity, int taken);
    }
}
