package org.jeongmun.launcher.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The line was made 55 minutes ago; its first place was called 40 minutes ago, its second ten, its third never. */
@DisplayName("On whose number a place was taken")
class PlacesOfALineIT extends OnAnOwnDatabase {
    private static int places;

    @BeforeAll
    static void aLineOfThree() throws SQLException {
        execute("INSERT INTO campaign VALUES ('c', 'Asia/Seoul')");
        execute("INSERT INTO cohort VALUES ('k', 'c', '가', 'A', 'born', '{}')");
        execute("INSERT INTO schedule_version (campaign_id, source, change, waiting_room) VALUES ('c', 'test', 'apply',"
                + " '{\"order\": \"arrival\", \"admitPerSecond\": 200, \"maxInside\": 100, \"passMinutes\": 15}')");
        execute("UPDATE portal_state SET schedule_version = (SELECT max(version) FROM schedule_version)");
        execute("INSERT INTO booking_window VALUES ('w1', 'c', 'k', portal_now() - interval '1 hour',"
                + " portal_now() + interval '2 hours', NULL, '0', '5 minutes')");
        execute("SELECT prepare_lines()");
        execute("SELECT join_line('c', 'w1', ARRAY['first', 'second', 'third'])");
        execute("UPDATE line_ticket SET joined_at = portal_now() - interval '50 minutes'");
        execute("UPDATE waiting_line SET now_serving = 2, made_at = portal_now() - interval '55 minutes'");
        execute("INSERT INTO line_call VALUES ('w1', 1, portal_now() - interval '40 minutes', 1),"
                + " ('w1', 2, portal_now() - interval '10 minutes', 1)");
        execute("INSERT INTO clinic VALUES ('x', 'x', 'x', 'x', 'x', 'x', 37, 127)");
        execute("INSERT INTO slot (id, clinic_id, starts_at, ends_at, vaccine, capacity) VALUES (1, 'x',"
                + " portal_now() + interval '9 days', portal_now() + interval '10 days', 'v', 9)");
        execute("ALTER TABLE reservation DISABLE TRIGGER USER");
    }

    @AfterEach
    void forget() throws SQLException {
        execute("DELETE FROM reservation");
        execute("DELETE FROM line_guest");
    }

    @Test
    void isTheirOwnUntilSomebodyBringsThemAlong() throws SQLException {
        place("first", 30);
        bring("first", 5);
        place("first", 4);
        bring("third", 5);
        place("third", 4);

        assertTrue(report().endsWith("places were taken on 2 numbers, on none before its turn."), report());
    }

    @Test
    void isNotThatOfWhoeverBringsThemAfterwards() throws SQLException {
        place("third", 6);
        bring("third", 5);

        assertFails("number 3 took a place, and its turn was never called");
    }

    @Test
    void isNobodysForWhoeverWasNotInLine() throws SQLException {
        place("stranger", 4);

        assertFails("1 people took a place and were not in line");
    }

    @Test
    void isNotAskedForWhatWasTakenBeforeThereWasALine() throws SQLException {
        place("stranger", 58);

        assertTrue(report().endsWith("places were taken on 0 numbers, on none before its turn."), report());
    }

    private static void place(String person, int minutesAgo) throws SQLException {
        execute("INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id, state,"
                + " hold_expires_at, created_at, changed_at, changed_in, schedule_version) VALUES ('%d', 'c', '%s', 'k',"
                        .formatted(places++, person)
                + " 'w1', 1, 'EXPIRED', portal_now(), portal_now() - interval '%d minutes', portal_now(),"
                        .formatted(minutesAgo)
                + " pg_current_xact_id(), 1)");
    }

    private static void bring(String person, int minutesAgo) throws SQLException {
        execute("INSERT INTO line_guest VALUES ('w1', 2, '%s', portal_now() - interval '%d minutes')"
                .formatted(person, minutesAgo));
    }

    private static void assertFails(String claim) {
        CommandFailure failure = assertThrows(CommandFailure.class, PlacesOfALineIT::report);
        assertEquals(ExitCode.CHECK_FAILED, failure.exitCode());
        assertTrue(failure.getMessage().contains(claim), failure.getMessage());
    }

    private static String report() throws SQLException {
        try (LineTables tables = new LineTables(owner)) {
            LineCheck check = new LineCheck();
            tables.tell("w1", check);
            return check.report().get(1);
        } finally {
            owner.setReadOnly(false);
            owner.setAutoCommit(true);
            owner.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
