package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change of the waiting room")
class WaitingRoomChangeIT extends OnAnOwnDatabase {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    /** One day for the whole class, even if it runs across midnight. */
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @BeforeEach
    void forget() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("UPDATE portal_state SET schedule_version = NULL");
            statement.execute("TRUNCATE campaign, booking_window_history CASCADE");
            statement.execute("INSERT INTO portal_state DEFAULT VALUES ON CONFLICT DO NOTHING");
        }
    }

    @Test
    void keepsWhoIsLetInFirstOnceSomebodyHasJoined() throws SQLException {
        String windows = CampaignText.withWindows(window("w1", "old", 1, 2));
        Campaign draw = CampaignText.read(windows + "waitingRoom: { order: draw }\n");
        Campaign arrival = CampaignText.read(windows + "waitingRoom: { order: arrival }\n");
        apply(arrival);
        apply(draw);
        String commitment = one("SELECT commitment FROM waiting_line");
        assertEquals("1", one("SELECT count(*) FROM draw_seed"));
        execute("UPDATE waiting_line SET issued = 3");

        refused("3 people have joined the line of window w1: waitingRoom keeps order: draw", () -> apply(arrival));
        refused("3 people have joined", () -> apply(CampaignText.campaign(window("w1", "old", 1, 2))));
        new ScheduleChange(owner).postpone("w1", local(1) + ":01", "late delivery");
        assertEquals(commitment + "3", one("SELECT commitment || issued FROM waiting_line"));
    }

    @Test
    void setsTheRateAndNothingElse() throws SQLException {
        String windows = CampaignText.withWindows(window("w1", "old", -1, 2));
        apply(CampaignText.campaign(window("w1", "old", -1, 2)));
        refused(
                "The schedule in force has no waitingRoom",
                () -> new ScheduleChange(owner).admit(10, Optional.empty(), "x"));
        apply(CampaignText.read(windows + "waitingRoom: { order: draw, maxInside: 7 }\n"));

        ScheduleChange.Result result = new ScheduleChange(owner).admit(300, Optional.empty(), "more clinics");

        assertEquals(
                List.of("~ waitingRoom: draw, 200 per second, 7 inside, pass 15 min"
                        + " -> draw, 300 per second, 7 inside, pass 15 min"),
                result.difference());
        assertEquals("more clinics", one("SELECT reason FROM schedule_version ORDER BY version DESC LIMIT 1"));
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void refused(String beginning, Work work) {
        CommandFailure failure = assertThrows(CommandFailure.class, work::run);
        assertEquals(ExitCode.WRONG_USAGE, failure.exitCode());
        assertTrue(failure.getMessage().startsWith(beginning), failure.getMessage());
    }

    private static ScheduleChange.Result apply(Campaign campaign) throws SQLException {
        return new ScheduleChange(owner).apply(campaign, Optional.empty(), CampaignText.RULES);
    }

    private static String window(String id, String cohort, int opens, int closes) {
        return "{ id: %s, cohort: %s, opens: %s, closes: %s }".formatted(id, cohort, local(opens), local(closes));
    }

    /** A day from the database's today, which no test can outlast. */
    private static String local(int days) {
        return LocalDateTime.ofInstant(moment(days), SEOUL).toString();
    }

    private static Instant moment(int days) {
        return TODAY.plus(days, ChronoUnit.DAYS).plusSeconds(days < 0 ? 0 : 86_400);
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
