package org.jeongmun.acceptance.intruder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The database, asked by the portal's own login,")
@ExtendWith(SharedPortals.class)
class RefusalsIT {
    private static final String NO_RIGHT = "42501";
    private static final String WINDOW_NOT_OPEN = "JM001";
    private static final String SLOT_FULL = "JM002";
    private static final String NEVER_ALLOWED = "JM003";

    private final Portal before;
    private final Portal open;
    private final Attempts early;
    private final Attempts attempts;
    private final Rows rows;

    RefusalsIT(@Serving(Stage.BEFORE_OPENING) Portal before, @Serving(Stage.OPEN) Portal open) {
        this.before = before;
        this.open = open;
        early = Attempts.on(before);
        attempts = Attempts.on(open);
        rows = Rows.of(open);
    }

    @ParameterizedTest(name = "created at {0}")
    @ValueSource(
            strings = {
                "2021-07-14T19:59:59+09:00",
                "2021-07-14T20:00:00+09:00",
                "2021-07-14T20:00:01+09:00",
                "2021-07-20T12:00:00+09:00",
                "infinity"
            })
    void refusesARowBeforeTheOpeningWhateverTimeIsSupplied(String time) throws SQLException {
        assertEquals(WINDOW_NOT_OPEN, early.insert("created_at", time));
        assertEquals(
                WINDOW_NOT_OPEN,
                early.run(early.insertOf(Map.of("state", "CONFIRMED", "created_at", time, "confirmed_at", time))));
        assertEquals(0, Rows.of(before).count("reservation"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "SET TIME ZONE 'America/New_York'",
                "SET search_path = pg_temp, public",
                "SET IntervalStyle = 'sql_standard'"
            })
    void isNotFooledBy(String trick) throws SQLException {
        String row = early.insertOf(Map.of()).replace("INTO reservation", "INTO public.reservation");
        assertEquals(WINDOW_NOT_OPEN, early.run("SET search_path = pg_temp, public", trick, row));
        assertEquals(0, Rows.of(before).count("reservation"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"REPEATABLE READ", "SERIALIZABLE"})
    void takesNoRowFromATransactionThatSeesAnOlderSchedule(String isolation) throws SQLException {
        String begin = "BEGIN ISOLATION LEVEL " + isolation;
        String look = "SELECT opens_at FROM booking_window";
        assertEquals(NEVER_ALLOWED, attempts.run(begin, look, attempts.insertOf(Map.of())));
        assertEquals(NEVER_ALLOWED, attempts.run(begin, look, attempts.insertOf(Map.of("state", "CONFIRMED"))));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "CREATE FUNCTION pg_temp.portal_now() RETURNS timestamptz LANGUAGE sql"
                        + " AS $$SELECT '2021-07-15T00:00:00+09:00'::timestamptz$$",
                "CREATE TEMPORARY TABLE booking_window AS SELECT id, cohort_id, campaign_id,"
                        + " '2000-01-01'::timestamptz opens_at, '2100-01-01'::timestamptz closes_at, active"
                        + " FROM public.booking_window"
            })
    void letsNobodyStandInForItsOwnParts(String impostor) throws SQLException {
        assertEquals(NO_RIGHT, early.run(impostor));
    }

    @Test
    void storesItsOwnTimesWhateverIsSupplied() throws SQLException {
        String code = UUID.randomUUID().toString();
        Instant earliest = rows.now();
        String row = attempts.insertOf(Map.of(
                "code", code,
                "created_at", "2000-01-01T00:00:00Z",
                "hold_expires_at", "2100-01-01T00:00:00Z"));
        assertEquals(Attempts.DONE, attempts.run(row));
        Instant created = rows.moment("SELECT created_at FROM reservation WHERE code = ?", code);
        assertFalse(created.isBefore(earliest) || created.isAfter(rows.now()), () -> "created at " + created);
        Instant expires = rows.moment("SELECT hold_expires_at FROM reservation WHERE code = ?", code);
        assertEquals(created.plusSeconds(5 * 60), expires);
        attempts.run("UPDATE reservation SET created_at = 'epoch', hold_expires_at = 'infinity' WHERE code = '" + code
                + "'");
        assertEquals(created, rows.moment("SELECT created_at FROM reservation WHERE code = ?", code));
        assertEquals(expires, rows.moment("SELECT hold_expires_at FROM reservation WHERE code = ?", code));
    }

    @Test
    void neverMovesAReservationBackFromExpiredOrCancelled() throws SQLException {
        for (String end : List.of("EXPIRED", "CANCELLED")) {
            String code = UUID.randomUUID().toString();
            String who = " WHERE code = '" + code + "'";
            assertEquals(Attempts.DONE, attempts.run(attempts.insertOf(Map.of("code", code))));
            assertEquals(Attempts.DONE, attempts.run("UPDATE reservation SET state = '" + end + "'" + who));
            for (String state : List.of("CONFIRMED", "HELD")) {
                assertEquals(
                        NEVER_ALLOWED, attempts.run("UPDATE reservation SET state = '" + state + "'" + who), state);
            }
            assertEquals(end, rows.text("SELECT state FROM reservation" + who));
            assertNotEquals(
                    Attempts.DONE,
                    attempts.run(attempts.insertOf(Map.of("code", code))
                            + " ON CONFLICT (code) DO UPDATE SET state = 'CONFIRMED', confirmed_at = now()"));
        }
    }

    @Test
    void sellsNoPlaceThatIsNotThere() throws SQLException {
        String slot = attempts.anyFreeSlot();
        String who = "SELECT capacity - taken FROM slot WHERE id = " + slot;
        long free = rows.number(who);
        for (long place = 0; place < free; place++) {
            assertEquals(Attempts.DONE, attempts.run(attempts.insertOf(Map.of("slot_id", slot))));
        }
        assertEquals(SLOT_FULL, attempts.run(attempts.insertOf(Map.of("slot_id", slot))));
        assertEquals(SLOT_FULL, attempts.run(attempts.insertOf(Map.of("slot_id", slot, "state", "CONFIRMED"))));
        String elsewhere = UUID.randomUUID().toString();
        assertEquals(Attempts.DONE, attempts.run(attempts.insertOf(Map.of("code", elsewhere))));
        assertEquals(
                SLOT_FULL,
                attempts.run("UPDATE reservation SET slot_id = " + slot + " WHERE code = '" + elsewhere + "'"));
        assertEquals(0, rows.number(who));
        assertEquals(
                rows.number("SELECT capacity FROM slot WHERE id = " + slot),
                rows.number(
                        "SELECT count(*) FROM reservation WHERE state IN ('HELD', 'CONFIRMED') AND slot_id = " + slot));
    }

    @Test
    void sellsNoPlaceThatIsNotThereToManyInOneStatement() throws SQLException {
        String slot = attempts.anyFreeSlot();
        long taken = rows.number("SELECT taken FROM slot WHERE id = " + slot);
        String many = "INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id,"
                + " hold_expires_at, created_at, schedule_version) SELECT gen_random_uuid()::text, (SELECT id FROM campaign),"
                + " gen_random_uuid()::text, 'age-55-59', 'w0714', " + slot + ", now(), now(), 1"
                + " FROM generate_series(1, (SELECT capacity + 1 FROM slot WHERE id = " + slot + "))";
        assertEquals(SLOT_FULL, attempts.run(many));
        assertEquals(taken, rows.number("SELECT taken FROM slot WHERE id = " + slot));
    }

    @Test
    void givesOnePersonOnePlace() throws SQLException {
        String person = UUID.randomUUID().toString();
        assertEquals(Attempts.DONE, attempts.insert("person_key", person));
        assertEquals("23505", attempts.insert("person_key", person));
    }

    @Test
    void takesNoReservationOfAnotherWindowOrCohort() throws SQLException {
        assertNotEquals(Attempts.DONE, attempts.insert("window_id", "w9999"));
        assertNotEquals(Attempts.DONE, attempts.insert("cohort_id", "everybody"));
        assertNotEquals(Attempts.DONE, attempts.insert("campaign_id", "another"));
        assertNotEquals(Attempts.DONE, attempts.insert("slot_id", "-1"));
    }

    @Test
    void countsWhatIsTakenByItself() throws SQLException {
        assertEquals(
                0,
                Rows.of(open)
                        .number("SELECT count(*) FROM slot s WHERE taken <> (SELECT count(*) FROM reservation r"
                                + " WHERE r.slot_id = s.id AND r.state IN ('HELD', 'CONFIRMED'))"));
    }
}
