package org.jeongmun.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Properties;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A schema")
class MigrationIT {
    private static final Instant OPENING = Instant.parse("2021-07-14T11:00:00Z");

    @TempDir
    private Path data;

    private DatabaseSession session;

    @BeforeEach
    void start() {
        session = new Databases(new Settings(), new Progress()).open(data);
    }

    @AfterEach
    void stop() {
        session.close();
    }

    @Test
    void isMadeWithAllItsGuardsAndOnce() throws SQLException {
        session.migrate();
        assertEquals(0, session.migrate());
        assertEquals("0", one("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'A'"));
        assertEquals(
                "0",
                one("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
                        + " AND has_function_privilege('public', oid, 'EXECUTE')"));
    }

    @Test
    void isNotMadeAtAllWhereADemoCannotBeMarkedAndIsThenMadeAllTheSame() throws IOException {
        Migration migration = new Migration(admin());
        CommandFailure failed = assertThrows(
                CommandFailure.class,
                () -> migration.applyToNewDemo(connection -> {
                    throw new SQLException("no mark");
                }));
        assertEquals(ExitCode.NOT_THERE, failed.exitCode());
        assertEquals(DatabaseState.NEW, session.state());

        session.migrateNewDemo(OPENING);
        assertEquals(DatabaseState.DEMO, session.state());
        assertEquals(0, session.migrate());
    }

    @Test
    void thatADevelopmentBuildMadeIsRefusedInOneLine() throws SQLException {
        session.migrate();
        execute("UPDATE flyway_schema_history SET script = 'V1__the_front_door.sql', description = 'the front door',"
                + " checksum = checksum + 1 WHERE version = '1'");
        execute("DELETE FROM flyway_schema_history WHERE version IS NULL");

        CommandFailure refused = assertThrows(CommandFailure.class, session::migrate);

        assertEquals(ExitCode.WRONG_USAGE, refused.exitCode());
        assertTrue(refused.getMessage().contains("development build"), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }

    /** As a node of the release before does that starts again. */
    @Test
    void ofALaterPortalIsLeftAsItIs() throws SQLException {
        session.migrate();
        execute(
                "INSERT INTO flyway_schema_history SELECT installed_rank + 100, '1000', 'more tables', type,"
                        + " 'V1000__more.sql', 1, installed_by, installed_on, 1, true FROM flyway_schema_history WHERE version = '1'");
        execute(
                "INSERT INTO flyway_schema_history SELECT installed_rank + 200, NULL, '7 more', type, 'R__7_more.sql', 1,"
                        + " installed_by, installed_on, 1, true FROM flyway_schema_history WHERE version = '1'");

        assertEquals(0, session.migrate());
    }

    /** @return the login by which this process runs the embedded database */
    private DatabaseLogin admin() throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("database.properties"))) {
            values.load(reader);
        }
        return new DatabaseLogin(values.getProperty("url"), values.getProperty("user"), values.getProperty("password"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = session.owner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection owner = session.owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
