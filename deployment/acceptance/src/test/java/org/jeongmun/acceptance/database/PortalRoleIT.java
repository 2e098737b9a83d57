package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jeongmun.clinic.SlotId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The portal's role in the database")
class PortalRoleIT {
    private static final String INSERT = """
            INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id, state, created_at,
                                     hold_expires_at, confirmed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz)""";

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

    private static String refusal(String sql, Object... values) throws SQLException {
        try (Connection portal = TestDatabase.portal()) {
            return assertThrows(SQLException.class, () -> TestDatabase.execute(portal, sql, values))
                    .getSQLState();
        }
    }
}
