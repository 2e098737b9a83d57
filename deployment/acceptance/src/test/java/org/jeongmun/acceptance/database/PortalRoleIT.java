package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jeongmun.clinic.SlotId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The portal's role in the database")
class PortalRoleIT {
    private static final String INSERT = """
            INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id, state, created_at,
                                     hold_expires_at, confirmed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)""";
    /* With what a guard would have set. */
    private static final String INSERT_UNGUARDED = INSERT.replace(
                    "confirmed_at)", "confirmed_at, changed_at, changed_in, schedule_version)")
            .replace("VALUES (", "SELECT ")
            .replace(
                    "?::timestamptz)",
                    "?::timestamptz, now(), pg_current_xact_id(), schedule_version FROM portal_state");

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            42501 | CREATE OR REPLACE FUNCTION portal_now() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'
            42501 | UPDATE booking_window SET opens_at = now()
            42501 | INSERT INTO booking_window SELECT * FROM booking_window
            42501 | DELETE FROM booking_window_history
            42501 | UPDATE cohort SET active = false
            42501 | UPDATE campaign SET zone = 'UTC'
            42501 | DELETE FROM schedule_version
            42501 | UPDATE portal_state SET maintenance_since = NULL
            42501 | UPDATE slot SET taken = 0
            42501 | UPDATE slot SET capacity = 1000
            42501 | DELETE FROM reservation
            42501 | TRUNCATE reservation
            42501 | ALTER TABLE reservation DISABLE TRIGGER guard_new
            42501 | ALTER TABLE reservation DISABLE TRIGGER ALL
            42501 | DROP TRIGGER guard_new ON reservation
            42501 | ALTER FUNCTION portal_now() OWNER TO jeongmun_portal
            42501 | SET session_replication_role = replica
            42501 | SET ROLE jeongmun_owner
            42501 | CREATE TABLE demo (clock_shift interval)
            42501 | CREATE TEMPORARY TABLE booking_window (id text)
            42501 | SELECT take_place(1, 1)
            42501 | SELECT judge_place(r, now()) FROM reservation r
            42501 | SELECT give_place_back(1, 1)
            42501 | UPDATE waiting_line SET now_serving = 1000000
            42501 | UPDATE waiting_line SET issued = 0
            42501 | INSERT INTO line_ticket (window_id, number, person_key, joined_at) VALUES ('w', 1, 'x', now())
            42501 | UPDATE line_ticket SET spent_in = NULL
            42501 | SELECT person_key FROM line_ticket
            42501 | SELECT seed FROM draw_seed
            42501 | UPDATE admission_lease SET token = 1
            42501 | DELETE FROM line_call
            42501 | DELETE FROM line_node
            42501 | INSERT INTO roster_entry VALUES ('r', decode(repeat('00', 32), 'hex'))
            42501 | DELETE FROM roster_entry
            42501 | UPDATE roster SET seal = decode(repeat('00', 32), 'hex')
            42501 | SELECT prepare_lines()
            42501 | SELECT hold_draws()
            """)
    void isRefused(String state, String statement) throws SQLException {
        assertEquals(state, refusal(statement));
    }

    @ParameterizedTest(name = "{0}, a window from {1} h to {2} h")
    @CsvSource({"HELD, 1, 2", "CONFIRMED, 1, 2", "HELD, -2, -1", "CONFIRMED, -2, -1"})
    void insertsNothingOutsideAWindowWhateverTimesItSupplies(String reservationState, int opensIn, int closesIn)
            throws SQLException {
        Campaign campaign = Campaign.open(opensIn, closesIn, Duration.ofMinutes(5));
        String inside = campaign.window().opensAt().plusSeconds(1).toString();

        assertEquals("JM001", refusal(INSERT, row(campaign, campaign.slot(1, 1), reservationState, inside)));
    }

    /** Each of them is there, and both windows are open: only the two do not belong together. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"HELD", "CONFIRMED"})
    void insertsNothingUnderAWindowAndTheCohortOfAnother(String reservationState) throws SQLException {
        Campaign campaign = Campaign.open();
        Campaign other = Campaign.open();
        SlotId slot = campaign.slot(1, 1);
        Object[] row = row(campaign, slot, reservationState, null);

        assertEquals("JM001", refusal(INSERT, withIds(row, campaign, campaign, other)));
        assertEquals("JM001", refusal(INSERT, withIds(row, campaign, other, campaign)));
        assertEquals("JM001", refusal(INSERT, withIds(row, campaign, other, other)));
        assertEquals("JM001", refusal(INSERT, withIds(row, other, campaign, campaign)));
        assertEquals(0, Campaign.taken(slot));
        try (Connection portal = TestDatabase.portal()) {
            TestDatabase.execute(portal, INSERT, withIds(row, campaign, campaign, campaign));
        }
        assertEquals(1, Campaign.taken(slot));
    }

    /** Whoever takes the guards away, for good or ill, still has the foreign key against them. */
    @Test
    void wouldInsertNothingOfThatKindWithoutItsGuardsEither() throws SQLException {
        Campaign campaign = Campaign.open();
        Campaign other = Campaign.open();
        Object[] row = row(campaign, campaign.slot(1, 1), "HELD", "2021-07-14T20:00:00+09:00");
        try (Connection owner = TestDatabase.owner()) {
            owner.setAutoCommit(false);
            TestDatabase.execute(owner, "ALTER TABLE reservation DISABLE TRIGGER guard_new");
            Savepoint unguarded = owner.setSavepoint();
            TestDatabase.execute(owner, INSERT_UNGUARDED, withIds(row, campaign, campaign, campaign));
            owner.rollback(unguarded);
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> TestDatabase.execute(owner, INSERT_UNGUARDED, withIds(row, campaign, campaign, other)));
            assertEquals("23503", refused.getSQLState());
            owner.rollback();
        }
    }

    @Test
    void revivesNothingAndSellsNothingTwice() throws SQLException {
        Campaign campaign = Campaign.open(-1, 1, Duration.of(1, ChronoUnit.MICROS));
        SlotId slot = campaign.slot(1, 1);
        Object[] row = row(campaign, slot, "HELD", campaign.window().closesAt().toString());
        try (Connection portal = TestDatabase.portal()) {
            TestDatabase.execute(portal, INSERT, row);
            assertEquals("JM002", refusal(INSERT, row(campaign, slot, "HELD", null)));
            assertEquals("JM006", refusal("UPDATE reservation SET state = 'CONFIRMED' WHERE code = ?", row[0]));
            TestDatabase.execute(portal, "UPDATE reservation SET state = 'EXPIRED' WHERE code = ?", row[0]);
        }
        for (String state : new String[] {"HELD", "CONFIRMED"}) {
            assertEquals("JM003", refusal("UPDATE reservation SET state = '" + state + "' WHERE code = ?", row[0]));
        }
        assertEquals("JM003", refusal("UPDATE reservation SET person_key = 'x' WHERE code = ?", row[0]));
        assertEquals(0, Campaign.taken(slot));
    }

    private static Object[] row(Campaign campaign, SlotId slot, String state, String time) {
        String person = Campaign.somebody().value();
        return new Object[] {
            person,
            campaign.id().value(),
            person,
            campaign.window().cohort().value(),
            campaign.window().id().value(),
            slot.value(),
            state,
            time,
            time,
            time
        };
    }

    /* The row under that campaign with the window of one and the cohort of another. */
    private static Object[] withIds(Object[] row, Campaign campaign, Campaign window, Campaign cohort) {
        Object[] changed = row.clone();
        changed[1] = campaign.id().value();
        changed[3] = cohort.window().cohort().value();
        changed[4] = window.window().id().value();
        return changed;
    }

    private static String refusal(String sql, Object... values) throws SQLException {
        try (Connection portal = TestDatabase.portal()) {
            return assertThrows(SQLException.class, () -> TestDatabase.execute(portal, sql, values))
                    .getSQLState();
        }
    }
}
