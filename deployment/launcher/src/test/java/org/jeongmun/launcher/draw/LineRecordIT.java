package org.jeongmun.launcher.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The record of a line")
class LineRecordIT extends OnAnOwnDatabase {
    @Test
    void isCheckedFromTheAnnouncementToTheLastBooking(@TempDir Path folder) throws SQLException {
        lineOf("w1", "draw");
        refused("--at", () -> new Beacon(owner, "w1").announce("the lottery", in(7_200)));
        refused("No public value was announced", () -> new Beacon(owner, "w1").enter("3 14 15"));
        new Beacon(owner, "w1").announce("the lottery", in(1_800));
        refused("The value of window w1 is known from", () -> new Beacon(owner, "w1").enter("3 14 15"));

        execute("SELECT join_line('c', 'w1', (SELECT array_agg('p' || n) FROM generate_series(1, 500) n))");
        refused("500 people have joined", () -> new Beacon(owner, "w1").announce("another", in(1_800)));
        refused("The draw of window w1 is held at its opening", () -> check("w1"));
        execute("ALTER TABLE waiting_line DISABLE TRIGGER guard_line");
        execute("UPDATE waiting_line SET public_at = portal_now() WHERE window_id = 'w1'");
        execute("ALTER TABLE waiting_line ENABLE ALWAYS TRIGGER guard_line");
        new Beacon(owner, "w1").enter("3 14 15");
        refused("The value of window w1 was entered already", () -> new Beacon(owner, "w1").enter("3 14 16"));

        execute("UPDATE booking_window SET opens_at = portal_now() WHERE id = 'w1'");
        execute("SELECT join_line('c', 'w1', ARRAY['late'])");
        execute("SELECT call_places((SELECT max(token) FROM line_heartbeat('n', 0, 0, 0, 0)), ARRAY['w1'],"
                + " ARRAY[200]::bigint[], ARRAY[50]::float8[], 50, 1)");
        assertEquals(
                "Window w1: 501 numbers, 500 of them drawn with the committed seed and \"3 14 15\" of the lottery,"
                        + " the first 11 of them called at once.",
                check("w1").get(0));

        Path file = folder.resolve("w1.csv");
        try (LineTables tables = new LineTables(owner);
                LineFileWriter writer = new LineFileWriter(file)) {
            tables.tell("w1", writer);
        }
        owner.setAutoCommit(true);
        LineCheck fromFile = new LineCheck();
        new LineFile(file).tell(fromFile);
        assertEquals(check("w1"), fromFile.report());
        refused("The draw of window w1 has been held", () -> new Beacon(owner, "w1").enter("x"));
    }

    @Test
    void ofALineByArrivalHasNothingDrawn() throws SQLException {
        lineOf("w2", "arrival");
        refused("The line of window w2 goes by arrival", () -> new Beacon(owner, "w2").enter("x"));
        refused("No line of a window 'w9'", () -> new Beacon(owner, "w9").enter("x"));
        assertTrue(check("w2").get(0).endsWith("0 numbers, by arrival."));
    }

    private static void lineOf(String window, String order) throws SQLException {
        execute("INSERT INTO campaign VALUES ('c', 'Asia/Seoul') ON CONFLICT DO NOTHING");
        execute("INSERT INTO cohort VALUES ('k', 'c', '가', 'A', 'born', '{}') ON CONFLICT DO NOTHING");
        execute("INSERT INTO schedule_version (campaign_id, source, change, waiting_room) VALUES ('c', 'test', 'apply',"
                + " '{\"order\": \"%s\", \"admitPerSecond\": 200, \"maxInside\": 100, \"passMinutes\": 15}')"
                        .formatted(order));
        execute("UPDATE portal_state SET schedule_version = (SELECT max(version) FROM schedule_version)");
        execute("INSERT INTO booking_window VALUES ('%s', 'c', 'k', portal_now() + interval '1 hour',".formatted(window)
                + " portal_now() + interval '2 hours', portal_now(), '0', '5 minutes')");
        execute("SELECT prepare_lines()");
    }

    private static List<String> check(String window) throws SQLException {
        try (LineTables tables = new LineTables(owner)) {
            LineCheck check = new LineCheck();
            tables.tell(window, check);
            return check.report();
        } finally {
            owner.setReadOnly(false);
            owner.setAutoCommit(true);
            owner.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private static String in(int seconds) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT extract(epoch FROM portal_now())::bigint")) {
            row.next();
            return Instant.ofEpochSecond(row.getLong(1) + seconds).toString();
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void refused(String beginning, Work work) {
        CommandFailure failure = assertThrows(CommandFailure.class, work::run);
        assertEquals(ExitCode.WRONG_USAGE, failure.exitCode());
        assertTrue(failure.getMessage().startsWith(beginning), failure.getMessage());
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
