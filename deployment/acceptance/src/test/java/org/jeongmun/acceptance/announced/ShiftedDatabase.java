package org.jeongmun.acceptance.announced;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.campaign.Campaign;
import org.jeongmun.launcher.campaign.InstalledRules;
import org.jeongmun.launcher.campaign.ScheduleChange;
import org.jeongmun.launcher.campaign.StoredCampaigns;
import org.jeongmun.launcher.database.DatabaseLogin;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * The database of a demo whose clock its owner sets to any moment; it runs on from there. One clinic, one large slot.
 */
final class ShiftedDatabase implements AutoCloseable {
    private final DatabaseSession session;
    private final Connection owner;
    private final Connection portal;
    private final HikariDataSource pool;

    private ShiftedDatabase(DatabaseSession session) throws SQLException {
        this.session = session;
        session.migrateNewDemo(Instant.parse("2021-07-01T00:00:00Z"));
        owner = session.owner();
        portal = session.portal();
        pool = pool(session.portalLogin());
        try (Statement statement = owner.createStatement()) {
            statement.execute("INSERT INTO clinic VALUES ('c', '의원', '서울특별시', '중구', '세종대로 1', '02-0', 37.5, 127)");
            statement.execute("INSERT INTO slot (id, clinic_id, starts_at, ends_at, vaccine, capacity)"
                    + " VALUES (1, 'c', '2021-10-30T00:00:00Z', '2021-10-30T00:30:00Z', 'v', 1000000)");
        }
    }

    /** Starts one in a new folder; what fails on the way leaves nothing running. */
    static ShiftedDatabase in(Path folder) throws SQLException {
        DatabaseSession session = new Databases(new Settings(), new Progress()).open(folder);
        try {
            return new ShiftedDatabase(session);
        } catch (SQLException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    private static HikariDataSource pool(DatabaseLogin login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.addDataSourceProperty("options", "-c role=jeongmun_portal");
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    /** @return connections as the portal has them */
    HikariDataSource pool() {
        return pool;
    }

    void itIs(Instant moment) throws SQLException {
        try (PreparedStatement shift =
                owner.prepareStatement("UPDATE demo SET clock_shift = ?::timestamptz - clock_timestamp()")) {
            shift.setObject(1, moment.atOffset(ZoneOffset.UTC));
            shift.executeUpdate();
        }
    }

    Instant now() throws SQLException {
        try (Statement statement = portal.createStatement();
                ResultSet row = statement.executeQuery("SELECT portal_now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** @return the schedule that is in force afterwards, as it is read back */
    OpeningSchedule apply(Campaign campaign) throws SQLException {
        try (InstalledRules rules = InstalledRules.load(Optional.empty())) {
            new ScheduleChange(owner).apply(campaign, Optional.empty(), rules);
        }
        return new StoredCampaigns(portal).inForce().orElseThrow().schedule();
    }

    String windowOf(String code) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement("SELECT window_id FROM reservation WHERE code = ?")) {
            query.setString(1, code);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Writes past every program of ours, as the portal's role, and takes it back. @return "done", or the refusal */
    String insert(String window, String cohort) throws SQLException {
        portal.setAutoCommit(false);
        try (PreparedStatement insert =
                portal.prepareStatement("INSERT INTO reservation (code, campaign_id, person_key,"
                        + " cohort_id, window_id, slot_id, hold_expires_at, created_at, changed_at, changed_in)"
                        + " VALUES ('x', 'covid19-2021', 'x', ?, ?, 1, now(), now(), now(), pg_current_xact_id())")) {
            insert.setString(1, cohort);
            insert.setString(2, window);
            insert.executeUpdate();
            return "done";
        } catch (SQLException refused) {
            return refused.getSQLState();
        } finally {
            portal.rollback();
            portal.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        portal.close();
        owner.close();
        session.close();
    }
}
