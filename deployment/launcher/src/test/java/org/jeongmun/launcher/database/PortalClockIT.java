package org.jeongmun.launcher.database;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.demo.DemoClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The one clock of a database")
class PortalClockIT {
    private static final Instant OPENING = Instant.parse("2021-07-14T11:00:00Z");
    private static final int UNTIL_THE_DRIVER_KEEPS_IT = 10;
    private static final String CLOCK =
            "CREATE OR REPLACE FUNCTION public.portal_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS ";

    @TempDir
    private static Path data;

    private static DatabaseSession live;
    private static DatabaseSession demo;

    @BeforeAll
    static void start() {
        live = open("live");
        live.migrate();
        demo = open("demo");
        demo.migrateNewDemo(OPENING);
    }

    @AfterAll
    static void stop() {
        demo.close();
        live.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CLOCK + "'SELECT clock_timestamp() - interval ''1 second'''",
                CLOCK + "'SELECT now()'",
                CLOCK + "'SELECT clock_timestamp() + NULL::interval'",
                CLOCK + "'SELECT clock_timestamp() + ''60 seconds''::interval'",
                "ALTER FUNCTION portal_now() IMMUTABLE",
                "ALTER FUNCTION portal_now() SET search_path = public, pg_catalog",
                "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'"
            })
    void isTheDatabasesOwnOutsideOfADemo(String change) throws SQLException {
        assertDoesNotThrow(live::check);
        try (Connection owner = live.owner()) {
            execute(owner, change);
            try {
                assertRefused(live, "restore it as its migration wrote it");
            } finally {
                execute(owner, CLOCK + "'SELECT clock_timestamp()'; DROP FUNCTION IF EXISTS public.clock_timestamp()");
            }
        }
    }

    @Test
    void saysNothingInADemoThatHasNotBegunThenRunsOnFromWhereItIsSetAndStopsWithoutTheMark() throws SQLException {
        try (DatabaseSession session = open("begun")) {
            session.migrateNewDemo(OPENING);
            session.check();
            try (Connection portal = session.portal();
                    Connection owner = session.owner();
                    PreparedStatement clock = portal.prepareStatement("SELECT portal_now() WHERE ? = 1")) {
                execute(portal, "SET plan_cache_mode = force_generic_plan");
                for (int look = 0; look < UNTIL_THE_DRIVER_KEEPS_IT; look++) {
                    assertNull(read(clock));
                }
                assertTrue(isPlanKept(portal), "what is asked is planned anew each time");

                assertFalse(new DemoClock(owner).isRunning());
                assertTrue(new DemoClock(owner).startsAt(OPENING));
                assertFalse(new DemoClock(owner).startsAt(OPENING.plusSeconds(1)));
                assertTrue(new DemoClock(owner).start());
                assertRunsFrom(OPENING, clock);
                assertFalse(new DemoClock(owner).start());
                session.check();

                set(owner, OPENING.minus(Duration.ofDays(100)));
                assertRunsFrom(OPENING.minus(Duration.ofDays(100)), clock);
                session.check();

                execute(owner, "DELETE FROM demo");
                assertNull(read(clock));
                assertRefused(session, "to begin it anew");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CLOCK + "'SELECT clock_timestamp() + floor(random() * 9) * interval ''1 second'''",
                CLOCK + "'SELECT clock_timestamp() + (SELECT clock_shift FROM public.demo)'",
                CLOCK + "'SELECT clock_timestamp() + ''86400.000000 seconds''::interval'",
                CLOCK + "'SELECT clock_timestamp()'",
                "ALTER FUNCTION portal_now() STABLE",
                "ALTER TABLE demo DISABLE TRIGGER shift_clock; UPDATE demo SET clock_shift = '0'"
            })
    void isInADemoWhatItsTableSays(String change) throws SQLException {
        assertDoesNotThrow(demo::check);
        try (Connection owner = demo.owner()) {
            execute(owner, change);
            try {
                assertRefused(demo, "to begin it anew");
            } finally {
                execute(
                        owner,
                        "ALTER TABLE demo ENABLE TRIGGER shift_clock; UPDATE demo SET clock_shift = clock_shift");
            }
        }
    }

    private static void assertRefused(DatabaseSession session, String remedy) {
        CommandFailure refused = assertThrows(CommandFailure.class, session::check);
        assertEquals(ExitCode.WRONG_USAGE, refused.exitCode());
        assertTrue(refused.getMessage().contains(remedy), refused.getMessage());
    }

    private static boolean isPlanKept(Connection portal) throws SQLException {
        try (Statement statement = portal.createStatement();
                ResultSet row = statement.executeQuery("SELECT FROM pg_prepared_statements"
                        + " WHERE statement LIKE 'SELECT portal_now()%' AND generic_plans > 0")) {
            return row.next();
        }
    }

    private static DatabaseSession open(String folder) {
        return new Databases(new Settings(), new Progress()).open(data.resolve(folder));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void set(Connection owner, Instant moment) throws SQLException {
        try (PreparedStatement shift =
                owner.prepareStatement("UPDATE demo SET clock_shift = ?::timestamptz - clock_timestamp()")) {
            shift.setString(1, moment.toString());
            shift.executeUpdate();
        }
    }

    /** It has run for as long as this test at the most. */
    private static void assertRunsFrom(Instant moment, PreparedStatement clock) throws SQLException {
        Instant now = read(clock);
        assertFalse(now.isBefore(moment), now.toString());
        assertTrue(now.isBefore(moment.plus(Duration.ofHours(1))), now.toString());
    }

    private static Instant read(PreparedStatement clock) throws SQLException {
        clock.setInt(1, 1);
        try (ResultSet row = clock.executeQuery()) {
            row.next();
            OffsetDateTime now = row.getObject(1, OffsetDateTime.class);
            return now == null ? null : now.toInstant();
        }
    }
}
