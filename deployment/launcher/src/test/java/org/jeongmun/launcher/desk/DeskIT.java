package org.jeongmun.launcher.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The desk, on a portal that does not run,")
class DeskIT extends OnAnOwnDatabase {
    private final Desk desk = new Desk(owner, "kim");

    @BeforeEach
    void forget() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("UPDATE portal_state SET maintenance_since = NULL, maintenance_reason = NULL,"
                    + " maintenance_until = NULL, announcement_ko = NULL, announcement_en = NULL");
            statement.execute("TRUNCATE maintenance_history, announcement_history, gate_attempt");
        }
    }

    @Test
    void shutsGivesAnotherReasonAndOpensWithAHistory() throws SQLException {
        assertTrue(desk.maintenanceOn("flood", Optional.of("2199-01-01T00:00Z"))
                .toString()
                .contains("is on"));
        String since = one("SELECT maintenance_since::text FROM portal_state");
        String told = desk.maintenanceOn("fire", Optional.empty()).toString();
        assertTrue(told.contains("already"), told);
        assertTrue(told.contains("The next notice stays promised at Tue 2199-01-01"), told);
        assertEquals(since, one("SELECT maintenance_since::text FROM portal_state"));
        assertEquals("2199", one("SELECT extract(year FROM maintenance_until)::text FROM portal_state"));
        assertTrue(new Desk(owner, "lee").maintenanceOff().toString().contains("is off"));
        assertTrue(desk.maintenanceOff().toString().contains("already"));
        assertEquals(
                "ON flood kim, CHANGED fire kim, OFF - lee",
                one("SELECT string_agg(concat_ws(' ', change, COALESCE(reason, '-'), operator), ', ' ORDER BY id)"
                        + " FROM maintenance_history"));
    }

    @Test
    void keepsNoPromiseThatIsPast() throws SQLException {
        desk.maintenanceOn("flood", Optional.of("2199-01-01T00:00Z"));
        try (Statement statement = owner.createStatement()) {
            statement.execute("UPDATE portal_state SET maintenance_until = portal_now()");
        }
        String told = desk.maintenanceOn("fire", Optional.empty()).toString();
        assertFalse(told.contains("promised"), told);
        assertEquals("true", one("SELECT (maintenance_until IS NULL)::text FROM portal_state"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2021-07-14T20:00", "tomorrow", "2199-13-01T00:00", "2199"})
    void promisesNothingPastOrUnclear(String until) throws SQLException {
        CommandFailure refused =
                assertThrows(CommandFailure.class, () -> desk.maintenanceOn("flood", Optional.of(until)));
        assertEquals(ExitCode.WRONG_USAGE, refused.exitCode());
        assertTrue(refused.getMessage().startsWith("--until"), refused::getMessage);
        assertEquals("0", one("SELECT count(*) FROM maintenance_history"));
        assertEquals("true", one("SELECT (maintenance_since IS NULL)::text FROM portal_state"));
    }

    @Test
    void announcesAndTakesBackWithAHistory() throws SQLException {
        desk.announce("가", "a");
        desk.announce("나", "b");
        desk.takeAnnouncementBack();
        assertTrue(desk.takeAnnouncementBack().toString().contains("Nothing was announced"));
        assertEquals(
                "a, b, -",
                one("SELECT string_agg(COALESCE(announcement_en, '-'), ', ' ORDER BY id) FROM announcement_history"));
    }

    @Test
    void waitsForABookingThatBeganBefore() throws Exception {
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try (Connection booking = session.portal();
                Connection second = session.owner();
                Statement statement = booking.createStatement()) {
            booking.setAutoCommit(false);
            // What any booking takes first, whether or not it finds a row.
            statement.execute("UPDATE reservation SET state = 'EXPIRED' WHERE false");
            Future<List<String>> told =
                    operator.submit(() -> new Desk(second, "kim").maintenanceOn("flood", Optional.empty()));
            Awaitility.await("the switch to be thrown, and the operator to wait")
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            "1".equals(one("SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'ShareLock'")));
            assertFalse(told.isDone());
            assertEquals("flood", one("SELECT maintenance_reason FROM portal_state"), "shut already");
            booking.rollback();
            assertTrue(told.get().toString().contains("No booking is under way"), told.get()::toString);
        } finally {
            operator.shutdownNow();
        }
    }

    @Test
    void tellsWhatCutItOff() throws Exception {
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try (Connection second = session.owner();
                Connection other = session.owner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT FROM portal_state FOR UPDATE");
            Future<List<String>> told = operator.submit(() -> new Desk(second, "kim").maintenanceOff());
            Awaitility.await("the operator to wait")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> "1".equals(one("SELECT count(*) FROM pg_locks WHERE NOT granted")));
            second.abort(Runnable::run);
            SQLException cut = (SQLException)
                    assertThrows(ExecutionException.class, told::get).getCause();
            assertEquals("08006", cut.getSQLState(), "not that there is nothing left to undo");
        } finally {
            operator.shutdownNow();
        }
    }

    @Test
    void findsCountsAddedUpByMinuteAndNeverTakenAway() throws SQLException {
        try (Connection portal = session.portal();
                Statement statement = portal.createStatement()) {
            for (int i = 0; i < 3; i++) {
                statement.execute("SELECT count_gate_attempts('n', '{0,0,7200}', '{NONE,NONE,NONE}',"
                        + " '{other,other,other}', '{CLOSED,CLOSED,CLOSED}', '{2,3,-100}')");
            }
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> statement.execute(
                            "SELECT count_gate_attempts('n', '{0}', '{NONE}', '{/x?name=y}'," + " '{CLOSED}', '{1}')"));
            assertEquals("23514", refused.getSQLState());
        }
        assertEquals("15", one("SELECT sum(count) FROM gate_attempt"));
        assertEquals("true", one("SELECT (count(*) <= 2)::text FROM gate_attempt"));
    }

    private static String one(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
