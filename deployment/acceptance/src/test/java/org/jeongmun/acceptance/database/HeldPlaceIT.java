package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the portal's role may still do with it is asked in plain statements: only the database says no. */
@DisplayName("A place that somebody has")
class HeldPlaceIT {
    private static final String DONE = "done";
    private static final String CONFIRM = "UPDATE reservation SET state = 'CONFIRMED' WHERE code = ?";
    private static final String MAINTENANCE =
            "UPDATE portal_state SET maintenance_since = now(), maintenance_reason = 'test'";
    private static final String NO_MAINTENANCE =
            "UPDATE portal_state SET maintenance_since = NULL, maintenance_reason = NULL";

    private final String code = Campaign.somebody().value();

    @AfterEach
    void endMaintenance() throws SQLException {
        TestDatabase.change(NO_MAINTENANCE);
    }

    @ParameterizedTest(name = "that is {0}")
    @ValueSource(strings = {"HELD", "CONFIRMED"})
    void isExchangedForAnotherOnlyWhileItsWindowIsOpen(String state) throws SQLException {
        Campaign campaign = Campaign.open();
        SlotId first = campaign.slot(1, 1);
        SlotId second = campaign.slot(2, 1);
        SlotId third = campaign.slot(3, 1);
        take(campaign, first, state);
        assertEquals(DONE, told("UPDATE reservation SET slot_id = ? WHERE code = ?", second.value(), code));

        close(campaign, "1 hour");
        assertEquals("JM001", told("UPDATE reservation SET slot_id = ? WHERE code = ?", third.value(), code));

        assertState(state);
        assertEquals(0, Campaign.taken(first));
        assertEquals(1, Campaign.taken(second));
        assertEquals(0, Campaign.taken(third));
    }

    @ParameterizedTest(name = "that is {0}")
    @ValueSource(strings = {"HELD", "CONFIRMED"})
    void isNotExchangedDuringMaintenance(String state) throws SQLException {
        Campaign campaign = Campaign.open();
        SlotId first = campaign.slot(1, 1);
        SlotId second = campaign.slot(2, 1);
        take(campaign, first, state);

        TestDatabase.change(MAINTENANCE);
        assertEquals("JM004", told("UPDATE reservation SET slot_id = ? WHERE code = ?", second.value(), code));

        assertEquals(1, Campaign.taken(first));
        assertEquals(0, Campaign.taken(second));
    }

    /** The window closes in an hour, and the slot begins as many minutes after that as there are. */
    @ParameterizedTest(name = "for {0} min, grace {1} min, before a slot {2} min after the closing: until {3}")
    @CsvSource({
        "5,   0,  1440, r.created_at + w.hold",
        "5,   10, 1440, r.created_at + w.hold",
        "300, 0,  1440, w.closes_at",
        "300, 10, 1440, w.closes_at + w.grace",
        "300, 10, 5,    s.starts_at",
        "300, 10, -5,   s.starts_at"
    })
    void isHeldUntilWhatEndsFirst(int hold, int grace, int starts, String expected) throws SQLException {
        Campaign campaign = Campaign.open(-1, 1, Duration.ofMinutes(hold));
        grace(campaign, grace);
        take(campaign, campaign.slot(campaign.window().closesAt().plus(starts, ChronoUnit.MINUTES), 1), "HELD");

        assertEquals(
                1,
                TestDatabase.number(
                        "SELECT count(*) FROM reservation r JOIN booking_window w ON w.id = r.window_id"
                                + " JOIN slot s ON s.id = r.slot_id WHERE r.code = ? AND r.hold_expires_at = "
                                + expected,
                        code));
    }

    /** Its window was brought to an end while it was held; what was written down of the hold is left as it is. */
    @ParameterizedTest(name = "grace {0} min, closed {1} min ago: {2}")
    @CsvSource({"0, 0, JM006", "10, 11, JM006", "10, 10, JM006", "10, 1, done", "10, 0, done"})
    void isConfirmedAfterTheClosingWithinTheGraceAlone(int grace, int closed, String expected) throws SQLException {
        Campaign campaign = Campaign.open();
        grace(campaign, grace);
        take(campaign, campaign.slot(1, 1), "HELD");
        close(campaign, closed + " minutes");

        assertEquals(expected, told(CONFIRM, code));

        assertState(expected.equals(DONE) ? "CONFIRMED" : "HELD");
        assertEquals(
                1,
                TestDatabase.number(
                        "SELECT count(*) FROM reservation WHERE code = ? AND hold_expires_at > portal_now()"
                                + " AND hold_expires_at = created_at + interval '5 minutes'",
                        code));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"HELD, CANCELLED", "HELD, EXPIRED", "CONFIRMED, CANCELLED", "CONFIRMED, EXPIRED"})
    void isGivenBackDuringMaintenanceAndAfterTheClosing(String state, String end) throws SQLException {
        Campaign campaign = Campaign.open();
        SlotId slot = campaign.slot(1, 1);
        take(campaign, slot, state);
        close(campaign, "1 hour");
        TestDatabase.change(MAINTENANCE);
        assertEquals(1, Campaign.taken(slot));

        assertEquals(DONE, told("UPDATE reservation SET state = ? WHERE code = ?", end, code));

        assertState(end);
        assertEquals(0, Campaign.taken(slot));
        assertEquals(0, Campaign.rows(slot));
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {CONFIRM, "UPDATE reservation SET state = 'CONFIRMED', confirmed_at = now() WHERE code = ?"})
    void isNotConfirmedDuringMaintenanceAndIsAfterIt(String statement) throws SQLException {
        Campaign campaign = Campaign.open();
        SlotId slot = campaign.slot(1, 1);
        take(campaign, slot, "HELD");

        TestDatabase.change(MAINTENANCE);
        assertEquals("JM004", told(statement, code));
        assertState("HELD");

        TestDatabase.change(NO_MAINTENANCE);
        assertEquals(DONE, told(statement, code));
        assertState("CONFIRMED");
        assertEquals(1, Campaign.taken(slot));
    }

    private void take(Campaign campaign, SlotId slot, String state) throws SQLException {
        PersonKey person = Campaign.somebody();
        assertEquals(
                DONE,
                told(
                        "INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id, state)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        code,
                        campaign.id().value(),
                        person.value(),
                        campaign.window().cohort().value(),
                        campaign.window().id().value(),
                        slot.value(),
                        state));
    }

    /* The window has been closed for as long. */
    private static void close(Campaign campaign, String since) throws SQLException {
        TestDatabase.change(
                "UPDATE booking_window SET opens_at = portal_now() - interval '1 day',"
                        + " closes_at = portal_now() - ?::interval WHERE id = ?",
                since,
                campaign.window().id().value());
    }

    private static void grace(Campaign campaign, int minutes) throws SQLException {
        TestDatabase.change(
                "UPDATE booking_window SET grace = make_interval(mins => ?) WHERE id = ?",
                minutes,
                campaign.window().id().value());
    }

    private void assertState(String expected) throws SQLException {
        assertEquals(
                1,
                TestDatabase.number("SELECT count(*) FROM reservation WHERE code = ? AND state = ?", code, expected),
                expected);
    }

    private static String told(String sql, Object... values) throws SQLException {
        try (Connection portal = TestDatabase.portal()) {
            TestDatabase.execute(portal, sql, values);
            return DONE;
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }
}
