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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The one clock of a database")
class PortalClockIT {
    private static final Instant OPENING = Instant.parse("2021-07-14T11:00:00Z");
    private static final int ENOUGH_FOR_A_KEPT_PLAN = 10;

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT clock_timestamp() - interval ''1 second''",
                "SELECT now()",
                "SELECT clock_timestamp() + NULL::interval",
                "SELECT clock_timestamp() + ''60 seconds''::interval"
            })
    void isTheDatabasesOwnOutsideOfADemo(String another) throws SQLException {
        try (DatabaseSession session = open()) {
            session.migrate();
            assertDoesNotThrow(session::check);

            change(session, another);

            assertEquals(
                    ExitCode.WRONG_USAGE,
                    assertThrows(CommandFailure.class, session::check).exitCode());
        }
    }

    @Test
    void saysNothingInADemoThatHasNotBegunAndThenRunsOnFromWhereItIsSet() throws SQLException {
        try (DatabaseSession session = open()) {
            session.migrateNewDemo(OPENING);
            session.check();
            try (Connection portal = session.portal();
                    Connection owner = session.owner();
                    PreparedStatement clock = portal.prepareStatement("SELECT portal_now() WHERE ? = 1")) {
                // Long enough that the server has a plan of its own for it, of which the clock is a part.
                for (int look = 0; look < ENOUGH_FOR_A_KEPT_PLAN; look++) {
                    assertNull(read(clock));
                }

                assertTrue(new DemoClock(owner).start());
                assertRunsFrom(OPENING, clock);
                assertFalse(new DemoClock(owner).start());
                session.check();

                set(owner, OPENING.minus(Duration.ofDays(100)));
                assertRunsFrom(OPENING.minus(Duration.ofDays(100)), clock);
                session.check();
            }
        }
    }

    @Test
    void isShiftedInADemoAndNothingElse() throws SQLException {
        try (DatabaseSession session = open()) {
            session.migrateNewDemo(OPENING);

            change(session, "SELECT clock_timestamp() + floor(random() * 9) * interval ''1 second''");

            assertEquals(
                    ExitCode.WRONG_USAGE,
                    assertThrows(CommandFailure.class, session::check).exitCode());
        }
    }

    private DatabaseSession open() {
        return new Databases(new Settings(), new Progress()).open(DataFolder.at(data));
    }

    private static void change(DatabaseSession session, String body) throws SQLException {
        try (Connection owner = session.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE OR REPLACE FUNCTION public.portal_now() RETURNS timestamptz LANGUAGE sql VOLATILE"
                    + " PARALLEL SAFE AS '" + body + "'");
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
