package org.jeongmun.acceptance.intruder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Published;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The published database login")
@ExtendWith(SharedPortals.class)
class StolenLoginIT {
    private static final String NO_RIGHT = "42501";

    private static final List<String> FORBIDDEN = List.of(
            "CREATE OR REPLACE FUNCTION portal_now() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'",
            "ALTER FUNCTION portal_now() RENAME TO portal_then",
            "DROP FUNCTION portal_now() CASCADE",
            "UPDATE demo SET clock_shift = interval '0'",
            "UPDATE booking_window SET opens_at = opens_at - interval '1 day'",
            "UPDATE booking_window SET closes_at = closes_at + interval '1 day'",
            "INSERT INTO booking_window SELECT * FROM booking_window",
            "DELETE FROM booking_window",
            "TRUNCATE booking_window CASCADE",
            "ALTER TABLE booking_window DISABLE TRIGGER ALL",
            "UPDATE booking_window_history SET opens_at = opens_at - interval '1 day'",
            "DELETE FROM booking_window_history",
            "ALTER TABLE reservation DISABLE TRIGGER ALL",
            "ALTER TABLE reservation DISABLE TRIGGER USER",
            "ALTER TABLE reservation ALTER COLUMN created_at DROP NOT NULL",
            "ALTER TABLE reservation DROP CONSTRAINT reservation_pkey",
            "ALTER TABLE reservation RENAME TO reservation_old",
            "CREATE TRIGGER mine BEFORE INSERT ON reservation FOR EACH ROW"
                    + " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
            "CREATE RULE mine AS ON INSERT TO reservation DO INSTEAD NOTHING",
            "DELETE FROM reservation",
            "TRUNCATE reservation",
            "DROP TABLE reservation",
            "SET session_replication_role = replica",
            "ALTER ROLE CURRENT_USER SET session_replication_role = 'replica'",
            "UPDATE slot SET taken = 0",
            "UPDATE slot SET taken = taken - 1 WHERE taken > 0",
            "UPDATE slot SET capacity = capacity + 1",
            "INSERT INTO slot SELECT * FROM slot LIMIT 1",
            "DELETE FROM slot",
            "ALTER TABLE slot DROP CONSTRAINT slot_taken_check",
            "UPDATE clinic SET name = 'x'",
            "UPDATE portal_state SET maintenance_since = NULL",
            "UPDATE portal_state SET announcement_ko = 'x', announcement_en = 'x'",
            "DELETE FROM portal_state",
            "INSERT INTO maintenance_history (change, operator, login) VALUES ('OFF', 'x', 'x')",
            "UPDATE maintenance_history SET reason = ''",
            "DELETE FROM maintenance_history",
            "DELETE FROM announcement_history",
            "INSERT INTO gate_attempt VALUES (now(), 'x', 'NONE', 'other', 'CLOSED', 1)",
            "UPDATE gate_attempt SET count = 1",
            "DELETE FROM gate_attempt",
            "TRUNCATE gate_attempt",
            "DELETE FROM portal_node",
            "ALTER TABLE portal_state DISABLE TRIGGER ALL",
            "UPDATE cohort SET settings = '{}'",
            "UPDATE schedule_version SET source = ''",
            "CREATE SCHEMA mine",
            "CREATE TABLE public.mine (a int)",
            "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE ROLE mine",
            "ALTER ROLE CURRENT_USER SUPERUSER",
            "ALTER SYSTEM SET fsync = off",
            "SELECT pg_read_file('pg_hba.conf')",
            "COPY reservation TO PROGRAM 'cat'",
            "COPY clinic FROM '/etc/hostname'",
            "SELECT take_place(1, NULL)",
            "SELECT give_place_back(1, NULL)",
            "UPDATE slot SET released = capacity",
            "UPDATE slot_supply SET taken = 0",
            "INSERT INTO slot_release VALUES (1, 1, 1, now(), 1)",
            "DELETE FROM slot_release",
            "UPDATE supply_change SET places = 0",
            "DELETE FROM pool_release",
            "UPDATE pool_lot SET effective_at = now()",
            "INSERT INTO pool_share (pool_id) VALUES ('x')",
            "UPDATE assisted_booking SET agent = 'x'",
            "DELETE FROM assisted_booking",
            "SELECT pg_reload_conf()",
            "CHECKPOINT");

    private final Portal portal;
    private final Attempts attempts;
    private final Rows rows;

    StolenLoginIT(@Serving(Stage.OPEN) Portal portal) {
        this.portal = portal;
        attempts = Attempts.on(portal);
        rows = Rows.of(portal);
    }

    static Stream<String> forbidden() {
        return FORBIDDEN.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbidden")
    void mayNot(String sql) throws SQLException {
        assertRefused(sql, attempts.run(sql));
        // Whatever role the connection put on, the login below it has no more.
        assertRefused(sql, attempts.run("RESET ROLE", sql));
        assertRefused(sql, attempts.run("SET SESSION AUTHORIZATION DEFAULT", "SET ROLE NONE", sql));
    }

    private static void assertRefused(String sql, String state) {
        // 42501 no right; 42809, 2BP01, 42P17 and the like would mean that only the statement was odd.
        assertEquals(NO_RIGHT, state, sql);
    }

    @Test
    void ownsNothing() throws SQLException {
        String mine = "pg_get_userbyid(%s) IN (current_user, session_user)";
        assertEquals(0, rows.number("SELECT count(*) FROM pg_class WHERE " + mine.formatted("relowner")));
        assertEquals(0, rows.number("SELECT count(*) FROM pg_proc WHERE " + mine.formatted("proowner")));
        assertEquals(0, rows.number("SELECT count(*) FROM pg_namespace WHERE " + mine.formatted("nspowner")));
        assertEquals(0, rows.number("SELECT count(*) FROM pg_database WHERE " + mine.formatted("datdba")));
    }

    @Test
    void hasNoPowerAndCannotPutOnARoleThatHasSome() throws SQLException {
        assertEquals(
                0,
                rows.number(
                        "SELECT count(*) FROM pg_roles WHERE (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls"
                                + " OR rolreplication) AND pg_has_role(session_user, oid, 'MEMBER')"));
        String owner = rows.text("SELECT pg_get_userbyid(relowner) FROM pg_class WHERE relname = 'reservation'");
        assertEquals(NO_RIGHT, attempts.run("SET ROLE " + owner));
        assertEquals(NO_RIGHT, attempts.run("RESET ROLE", "SET ROLE " + owner));
        assertEquals(NO_RIGHT, attempts.run("RESET ROLE", "SET SESSION AUTHORIZATION " + owner));
    }

    @Test
    void findsEveryGuardAlwaysOn() throws SQLException {
        assertTrue(rows.number("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'reservation'::regclass"
                        + " AND NOT tgisinternal")
                > 0);
        assertEquals(
                0,
                rows.number("SELECT count(*) FROM pg_trigger WHERE tgrelid = 'reservation'::regclass"
                        + " AND NOT tgisinternal AND tgenabled <> 'A'"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "fsync,               on",
        "synchronous_commit,  on",
        "full_page_writes,    on",
        "password_encryption, scram-sha-256"
    })
    void findsADurableServer(String setting, String value) throws SQLException {
        assertEquals(value, rows.text("SELECT current_setting(?)", setting));
    }

    @Test
    void needsItsPassword() throws SQLException {
        Published published = portal.published();
        assertFalse(published.databasePassword().length() < 20, "a short password");
        for (String wrong : new String[] {"", "portal", published.databasePassword() + "x"}) {
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(published.databaseUrl(), published.databaseUser(), wrong)
                            .close());
        }
        for (String other : new String[] {"postgres", "jeongmun_owner"}) {
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(published.databaseUrl(), other, published.databasePassword())
                            .close());
        }
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement()) {
            assertTrue(statement.execute("SELECT 1"));
        }
    }
}
