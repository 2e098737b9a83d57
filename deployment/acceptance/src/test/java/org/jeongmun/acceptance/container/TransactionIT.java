package org.jeongmun.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jeongmun.acceptance.container.deployed.OneTransaction;
import org.jeongmun.acceptance.container.deployed.Story;
import org.jeongmun.acceptance.database.TestDatabase;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.Door;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationOutcome.Done;
import org.jeongmun.reservation.Reservations;
import org.jeongmun.reservation.Reservations.HoldRequest;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.ScheduleInForce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Runs in the server, on the pool that {@code web.xml} declares; what is committed is asked over another connection.
 */
@ArquillianTest
@DisplayName("A transaction on the server's pool")
class TransactionIT {
    private static final String DURABILITY = """
            SELECT 'synchronous_commit=off' = ANY (d.setconfig), current_setting('synchronous_commit'), s.reset_val
              FROM pg_settings s, pg_db_role_setting d JOIN pg_roles r ON r.oid = d.setrole
             WHERE s.name = 'synchronous_commit' AND r.rolname = session_user""";

    @Inject
    private OneTransaction transaction;

    @Inject
    private Reservations reservations;

    @Inject
    private ScheduleInForce scheduleInForce;

    @Deployment
    static WebArchive portal() throws SQLException {
        // The server's default is on. What the pool asks for is seen where the login has another one.
        TestDatabase.changePortalLogin("SET synchronous_commit = off");
        return TestWar.whileOvertaken(TransactionIT.class);
    }

    /** Runs outside, as the deployment does. */
    @AfterAll
    static void leaveTheDatabaseAsItWas() throws SQLException {
        TestDatabase.changePortalLogin("RESET synchronous_commit");
        TestWar.endOvertaking();
    }

    @Test
    void ofTheCallersTakesBackNothingThatWasAcknowledged() throws SQLException {
        Applicant applicant = Story.invited('a');
        SlotId slot = Story.slot("slot");
        long before = taken(slot);
        OneTransaction.Thrown thrown =
                assertThrows(OneTransaction.Thrown.class, () -> transaction.holdAndThrow(request(applicant, slot, 0)));
        assertInstanceOf(Done.class, thrown.before());
        assertEquals(1, Story.rows(applicant, "HELD"));
        assertEquals(before + 1, taken(slot));
    }

    @Test
    void ofTheReservationsOwnThatComesOnlyHalfWayLeavesWhatWasThere() throws SQLException {
        Applicant applicant = Story.invited('c');
        SlotId other = Story.slot("other");
        long before = taken(other);
        assertInstanceOf(Done.class, reservations.hold(request(applicant, Story.slot("slot"), 0)));
        ReservationOutcome exchanged = reservations.hold(request(applicant, other, 1));
        assertEquals(ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER), exchanged);
        assertEquals(1, Story.rows(applicant, "HELD"), "what was held is held still");
        assertEquals(0, Story.rows(applicant, "CANCELLED"));
        assertEquals(before, taken(other));
        Applicant next = Story.invited('d');
        assertInstanceOf(Done.class, reservations.hold(request(next, other, 0)));
        assertEquals(1, Story.rows(next, "HELD"), "whoever gets the connection next is not caught up in it");
    }

    @Test
    void isEndedByTheDatabaseWhereItsNodeSaysNothingMore() throws NamingException, SQLException {
        DataSource pool = InitialContext.doLookup("java:app/jdbc/portal");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('idle_in_transaction_session_timeout'),"
                        + " current_setting('tcp_user_timeout')")) {
            row.next();
            assertEquals("3s 10000", row.getString(1) + " " + row.getString(2));
        }
    }

    @Test
    void isStoredWhenItIsAcknowledgedWhateverTheLoginsDefaultIs() throws NamingException, SQLException {
        DataSource pool = InitialContext.doLookup("java:app/jdbc/portal");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DURABILITY)) {
            row.next();
            assertTrue(row.getBoolean(1), "the login's own default is another one");
            assertEquals("on on", row.getString(2) + " " + row.getString(3));
        }
    }

    private HoldRequest request(Applicant applicant, SlotId slot, int window) {
        OpeningSchedule schedule = Story.schedule(scheduleInForce);
        return new HoldRequest(
                schedule.campaign(),
                applicant.key(),
                applicant.phoneKey(),
                schedule.windows().get(window),
                slot,
                Door.WEB);
    }

    private static long taken(SlotId slot) throws SQLException {
        return Story.committed("SELECT taken FROM slot WHERE id = ?", slot.value());
    }
}
