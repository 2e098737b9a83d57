package org.jeongmun.launcher.directory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import org.jeongmun.launcher.database.Tables;

/** An embedded database in a folder of the test, with a booking window that is open for as long as any test lasts. */
final class ScratchDirectory implements AutoCloseable {
    private static final String OPEN_WINDOW = """
            INSERT INTO campaign VALUES ('scratch', 'Asia/Seoul');
            INSERT INTO schedule_version (campaign_id, source, change) VALUES ('scratch', '', 'apply');
            UPDATE portal_state SET schedule_version = (SELECT max(version) FROM schedule_version);
            INSERT INTO cohort VALUES ('all', 'scratch', '모두', 'All', 'cohort-birth-year', '{}');
            INSERT INTO booking_window (id, campaign_id, cohort_id, opens_at, closes_at, grace, hold)
            VALUES ('w', 'scratch', 'all', clock_timestamp() - interval '1 day', clock_timestamp() + interval '1 day',
                    interval '10 minutes', interval '5 minutes')""";
    private static final String TAKE = """
            INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id, hold_expires_at,
                                     created_at, changed_at, schedule_version)
            SELECT ?, 'scratch', ?, 'all', 'w', id, clock_timestamp(), clock_timestamp(), clock_timestamp(), 0
            FROM slot WHERE clinic_id = ? ORDER BY starts_at, vaccine LIMIT 1""";

    private final DatabaseSession session;
    private final Connection owner;

    ScratchDirectory(Path folder) throws SQLException {
        session = new Databases(new Settings(), new Progress()).open(folder);
        try {
            session.migrate();
            owner = session.owner();
            new Tables(owner).execute(OPEN_WINDOW);
        } catch (SQLException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    /** @return a connection of the owner, shared */
    Connection owner() {
        return owner;
    }

    /** @return a new connection as the portal serves with */
    Connection portal() throws SQLException {
        return session.portal();
    }

    /** Forgets clinics, slots and reservations. */
    void empty() throws SQLException {
        new Tables(owner).execute("TRUNCATE reservation, slot, clinic CASCADE");
    }

    /** A person takes a place in the clinic's first slot, as the portal would let them. */
    static void take(Connection portal, String person, String clinic) throws SQLException {
        try (PreparedStatement insert = portal.prepareStatement(TAKE)) {
            insert.setString(1, person);
            insert.setString(2, person);
            insert.setString(3, clinic);
            insert.executeUpdate();
        }
    }

    /** @return the rows of a query, their columns separated by blanks */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    columns.add(row.getString(column));
                }
                rows.add(String.join(" ", columns));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        owner.close();
        session.close();
    }
}
