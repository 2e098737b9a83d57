package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change of the schedule")
class ScheduleChangeIT extends OnAnOwnDatabase {
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
    void isReadBackAsItWasWritten() throws SQLException {
        Campaign campaign =
                CampaignText.read(CampaignText.withWindows(window("w1", "old", -1, 1), window("w2", "young", 2, 3))
                        + "waitingRoom: { order: draw, maxInside: 7 }\nproxyBooking: { allowed: false }\n");
        ScheduleChange.Result result = apply(campaign);
        Campaign stored = new StoredCampaigns(owner).inForce().orElseThrow();
        assertEquals(result.version(), stored.schedule().version());
        assertTrue(campaign.saysTheSameAs(stored));
        assertEquals(campaign.source(), stored.source());
    }

    @Test
    void thatChangesNothingMakesNoVersion() throws SQLException {
        Campaign campaign = CampaignText.campaign(window("w1", "old", -1, 1));
        long version = apply(campaign).version();
        assertEquals(new ScheduleChange.Result(version, List.of()), apply(campaign));
        assertEquals("1", one("SELECT count(*) FROM schedule_version"));
        assertEquals("1", one("SELECT count(*) FROM booking_window_history"));
    }

    @Test
    void toEarlierNeedsToBeMeant() throws SQLException {
        apply(CampaignText.campaign(window("w1", "old", 2, 3)));
        Campaign earlier = CampaignText.campaign(window("w1", "old", 1, 3));
        refused("Window w1 would open earlier than announced", () -> apply(earlier));
        new ScheduleChange(owner).applyThoughEarlier(earlier, "more vaccine");
        assertEquals(
                "more vaccine",
                one("SELECT reason FROM schedule_version JOIN portal_state ON schedule_version = version"));
    }

    @Test
    void comparesAWindowThatComesBackWithItsLastForm() throws SQLException {
        Campaign both = CampaignText.campaign(window("w1", "old", 2, 3), window("w2", "young", 1, 2));
        Campaign without = CampaignText.campaign(window("w2", "young", 1, 2));
        Campaign earlier = CampaignText.campaign(window("w1", "old", 1, 3), window("w2", "young", 1, 2));
        apply(both);
        apply(without);
        refused("Window w1 would open earlier than announced", () -> apply(earlier));
        apply(both);
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "UPDATE booking_window SET active = false, opens_at = '%s', closes_at = '%s' WHERE id = 'w1'"
                            .formatted(moment(-3), moment(-2)));
        }
        refused("Window w1 was dropped", () -> new ScheduleChange(owner).applyThoughEarlier(both, "x"));
    }

    @Test
    void neverAltersAnOpenWindowEvenIfItIsMeant() throws SQLException {
        apply(CampaignText.campaign(window("w1", "old", -1, 3)));
        String before = one("SELECT (w, s)::text FROM booking_window w, portal_state s");
        Campaign altered = CampaignText.campaign(window("w1", "old", -1, 2));
        refused("Window w1 is open", () -> new ScheduleChange(owner).applyThoughEarlier(altered, "x"));
        assertEquals(before, one("SELECT (w, s)::text FROM booking_window w, portal_state s"));
    }

    @Test
    void dropsWindowsForThePortalAndKeepsTheirRows() throws SQLException {
        apply(CampaignText.campaign(window("w1", "old", 1, 2), window("w2", "young", 1, 2)));
        apply(CampaignText.campaign(window("w2", "young", 1, 2)));
        assertEquals(
                "{w1:f,w2:t}",
                one("SELECT array_agg(id || ':' || left(active::text, 1) ORDER BY id) FROM booking_window"));
        assertEquals(
                1,
                new StoredCampaigns(owner)
                        .inForce()
                        .orElseThrow()
                        .schedule()
                        .windows()
                        .size());
    }

    @Test
    void leavesTheIdsOfOtherCampaignsAlone() throws SQLException {
        apply(CampaignText.campaign(window("w1", "old", 1, 2)));
        Campaign other = CampaignText.read(
                CampaignText.withWindows(window("w1", "old", 1, 2)).replace("covid19-2021", "flu"));
        refused("The cohort", () -> apply(other));
    }

    @Test
    void movesOneWindowToLater() throws SQLException {
        apply(CampaignText.campaign(window("w1", "old", -1, 2), window("w2", "young", 1, 3)));
        String opens = local(2);
        new ScheduleChange(owner).postpone("w2", opens, "late delivery");
        String closes = moment(4).toString();
        ScheduleChange.Result extended = new ScheduleChange(owner).extend("w1", closes, "night of failure");
        assertEquals(1, extended.difference().size());
        assertEquals("3", one("SELECT count(*) FROM schedule_version"));
        assertEquals(
                "t",
                one(
                        "SELECT bool_and(CASE id WHEN 'w1' THEN closes_at = '%s' ELSE opens_at = '%s' END) FROM booking_window"
                                .formatted(closes, moment(2))));
        refused("Window w1 opened at", () -> new ScheduleChange(owner).postpone("w1", opens, "x"));
        refused("TIME 'x' is no time", () -> new ScheduleChange(owner).extend("w1", "x", "x"));
    }

    @Test
    void waitsForEveryOtherOne() throws Exception {
        apply(CampaignText.campaign(window("w1", "old", -1, 2)));
        int operators = 8;
        CyclicBarrier together = new CyclicBarrier(operators);
        ExecutorService pool = Executors.newFixedThreadPool(operators);
        List<Future<ScheduleChange.Result>> results = new ArrayList<>();
        for (int i = 0; i < operators; i++) {
            String closes = moment(3 + i).toString();
            results.add(pool.submit(() -> {
                try (Connection own = session.owner()) {
                    together.await();
                    return new ScheduleChange(own).extend("w1", closes, "x");
                }
            }));
        }
        pool.shutdown();
        int done = 0;
        for (Future<ScheduleChange.Result> result : results) {
            try {
                result.get();
                done++;
            } catch (java.util.concurrent.ExecutionException refused) {
                // Somebody else's later closing came first; nobody's is ever made earlier.
                assertTrue(
                        refused.getCause() instanceof CommandFailure,
                        () -> refused.getCause().toString());
            }
        }
        assertEquals(String.valueOf(done + 1), one("SELECT count(*) FROM schedule_version"));
        assertEquals("t", one("SELECT closes_at = '%s' FROM booking_window".formatted(moment(2 + operators))));
        assertEquals(
                "t", one("SELECT schedule_version = (SELECT max(version) FROM schedule_version) FROM portal_state"));
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

    private static String one(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
