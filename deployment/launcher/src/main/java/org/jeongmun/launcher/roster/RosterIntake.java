package org.jeongmun.launcher.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Locale;
import org.jeongmun.eligibility.RosterId;
import org.jeongmun.identity.IdentityHash;
import org.jeongmun.identity.KeyRing;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.launcher.directory.Changes;
import org.jeongmun.launcher.directory.CopyRows;
import org.jeongmun.launcher.directory.Faults;
import org.jeongmun.launcher.directory.Intake;

/** Takes people onto one roster in the place of those who were on it. What leaves this process are keyed hashes. */
final class RosterIntake implements Intake<RosterRow> {
    private static final String STAGE =
            "CREATE TEMPORARY TABLE staged_roster (line bigint NOT NULL, mark bytea NOT NULL) ON COMMIT DROP";
    private static final String COPY = "COPY staged_roster (line, mark) FROM STDIN";
    private static final String TWICE = """
            SELECT s.line, again.first_line
              FROM (SELECT mark, min(line) AS first_line FROM staged_roster GROUP BY mark HAVING count(*) > 1) again
              JOIN staged_roster s ON s.mark = again.mark AND s.line > again.first_line ORDER BY s.line""";
    private static final String ROSTER = """
            INSERT INTO roster (id, seal) VALUES (?, ?)
            ON CONFLICT (id) DO UPDATE SET seal = EXCLUDED.seal, imported_at = clock_timestamp()""";
    private static final String GONE = """
            DELETE FROM roster_entry e WHERE e.roster_id = ?
               AND NOT EXISTS (SELECT FROM staged_roster s WHERE s.mark = e.mark)""";
    private static final String NEW = """
            INSERT INTO roster_entry (roster_id, mark) SELECT ?, mark FROM staged_roster ON CONFLICT DO NOTHING""";

    private final Tables tables;
    private final RosterId roster;
    private final KeyRing keys;
    private final CopyRows copy;
    private long rows;

    /** @param connection of the owning role, in a transaction, taken until {@link #endOfRows} */
    RosterIntake(Connection connection, RosterId roster, KeyRing keys) throws SQLException {
        tables = new Tables(connection);
        this.roster = roster;
        this.keys = keys;
        tables.execute(STAGE);
        copy = new CopyRows(connection, COPY);
    }

    @Override
    public void add(long line, RosterRow row) throws SQLException {
        byte[] mark =
                IdentityHash.mark(keys, roster, IdentityHash.person(keys, row.name(), row.birthDate(), row.phone()));
        copy.field(line).field("\\x" + HexFormat.of().formatHex(mark)).endRow();
        rows++;
    }

    @Override
    public void endOfRows() throws SQLException {
        copy.end();
    }

    @Override
    public void check(Faults faults) throws SQLException {
        if (rows == 0 && faults.count() == 0) {
            faults.add(2, "names nobody, and a roster names somebody");
        }
        tables.forEach(
                TWICE,
                row -> faults.add(
                        row.getLong(1),
                        "names the person of line %d, and each may be there once".formatted(row.getLong(2))));
    }

    @Override
    public Changes store(Progress progress) throws SQLException {
        tables.write(ROSTER, roster.value(), IdentityHash.seal(keys, roster));
        long gone = tables.write(GONE, roster.value());
        long added = tables.write(NEW, roster.value());
        if (gone > 0) {
            progress.line(String.format(Locale.ROOT, "%,d people are on the roster no more.", gone));
        }
        return new Changes(added, 0, rows - added);
    }

    @Override
    public void close() throws SQLException {
        copy.close();
    }
}
