package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.ProgressInMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change of supply")
class SupplyChangeIT extends OnAnOwnDatabase {
    private static final LocalDateTime NOW =
            LocalDateTime.now(ZoneId.of("Asia/Seoul")).truncatedTo(ChronoUnit.HOURS);

    @BeforeEach
    void beginAnew() throws SQLException {
        execute("UPDATE portal_state SET schedule_version = NULL");
        execute("TRUNCATE campaign, booking_window_history, clinic CASCADE");
        execute("INSERT INTO portal_state DEFAULT VALUES ON CONFLICT DO NOTHING");
        execute("INSERT INTO clinic SELECT 'c' || n, '의원', '서울특별시', '중구', '1', '02', 37, 127"
                + " FROM generate_series(1, 3) n");
        execute("INSERT INTO slot (clinic_id, starts_at, ends_at, vaccine, capacity)"
                + " SELECT 'c' || n, now() + interval '20 days', now() + interval '21 days', 'M', 10"
                + " FROM generate_series(1, 3) n");
    }

    @Test
    void isReadBackAsItWasWrittenAndAllottedAheadOfItsInstant() throws SQLException {
        Campaign campaign = campaign(days(1, "pool: p, perDay: even, carryOver: false"), release(-1, 5), release(1, 8));

        apply(campaign);

        assertTrue(campaign.saysTheSameAs(new StoredCampaigns(owner).inForce().orElseThrow()));
        assertEquals("13", one("SELECT sum(released) FROM slot"));
        assertEquals("0", one("SELECT sum(released) FROM supply_now"));
        assertEquals("13", one("SELECT sum(places) FROM slot_release"));
        assertEquals("2", one("SELECT count(DISTINCT share_id) FROM slot_supply"));
        assertEquals(
                "7 6",
                one("SELECT string_agg(n::text, ' ') FROM (SELECT sum(u.allotted) n FROM slot_supply u"
                        + " JOIN booking_window w USING (share_id) GROUP BY w.id ORDER BY w.id) s"));
        apply(campaign);
        assertEquals("13", one("SELECT sum(places) FROM slot_release"));
    }

    @Test
    void isToldWhileItIsMade() throws SQLException {
        new ScheduleChange(owner)
                .applyThoughEarlier(
                        campaign(days(1, "pool: p, perDay: even, carryOver: false"), release(-1, 6)), "a test");
        ProgressInMemory human = new ProgressInMemory();

        InForce.allot(owner, human.progress());

        assertEquals(
                List.of(
                        "Allotting places to slots …",
                        "Allotting places to slots: 50 %",
                        "Allotting places to slots: 2 change(s)"),
                human.lines());
    }

    @Test
    void thatPostponesADayTakesItsPartAlong() throws SQLException {
        apply(campaign(days(1, "pool: p, perDay: even, carryOver: true"), release(-1, 8)));
        String before = one("SELECT max(effective_at) - min(effective_at) FROM pool_lot WHERE withdrawn_at IS NULL");

        new ScheduleChange(owner).postpone("w2", at(2, 12), "late delivery");
        InForce.allot(owner, new Progress());

        assertEquals("1 day", before);
        assertEquals(
                "1 day 12:00:00",
                one("SELECT max(effective_at) - min(effective_at) FROM pool_lot" + " WHERE withdrawn_at IS NULL"));
        assertEquals("8", one("SELECT sum(allotted) FROM slot_supply"));
        assertEquals("8", one("SELECT sum(released) FROM slot"));
    }

    @Test
    void leavesWhatHasTakenEffectAsItWas() throws SQLException {
        String open = window("w1", "old", -1, 5, "pool: p");
        apply(campaign(open, release(-1, 5), release(1, 8)));

        refused("The release of pool p at", campaign(open, release(-1, 6), release(1, 8)));
        refused(
                "Window w1 is open: the pool",
                campaign(window("w1", "old", -1, 5, "pool: p, perDay: even, carryOver: false"), release(-1, 5)));
        apply(campaign(open, release(-1, 5), release(2, 9)));
        assertEquals("14", one("SELECT sum(allotted) FROM slot_supply"));
        assertEquals("5", one("SELECT sum(released) FROM supply_now"));
        assertEquals("1", one("SELECT count(*) FROM pool_release WHERE dropped_in IS NOT NULL"));
        assertEquals("WITHDRAW 8", one("SELECT kind || ' ' || places FROM supply_change WHERE kind = 'WITHDRAW'"));
    }

    @Test
    void thatFindsNoRoomIsMadeUpForWhenThereIsSome() throws SQLException {
        apply(campaign(window("w1", "old", 1, 5, "pool: p"), release(1, 40)));
        assertEquals("0", one("SELECT count(*) FROM slot_supply"));
        execute("UPDATE slot SET capacity = 14");

        assertEquals(
                1, InForce.allot(owner, new Progress()).orElseThrow().done().size());

        assertEquals("40", one("SELECT sum(allotted) FROM slot_supply"));
        assertEquals("14 13 13", one("SELECT string_agg(released::text, ' ' ORDER BY id) FROM slot"));
    }

    @Test
    void thatDropsAPoolGivesItsRoomBack() throws SQLException {
        apply(campaign(window("w1", "old", 1, 5, "pool: p"), release(-1, 9), release(1, 9)));
        apply(CampaignText.campaign(window("w1", "old", 1, 5, "graceMinutes: 1")));

        assertEquals("0", one("SELECT sum(released) FROM slot"));
        assertEquals("0", one("SELECT sum(allotted) FROM slot_supply"));
        assertEquals("30", one("SELECT sum(capacity - released) FROM slot"));
        assertEquals("18", one("SELECT sum(places) FROM supply_change WHERE kind = 'WITHDRAW'"));
    }

    @Test
    void thatComesAfterTheLastClosingBelongsToThePoolAsAWhole() throws SQLException {
        apply(campaign(
                window("w1", "old", -1, 2, "pool: p, perDay: even, carryOver: false"), release(-1, 5), release(3, 8)));

        assertEquals("13", one("SELECT sum(released) FROM slot"));
        assertEquals(
                "8",
                one("SELECT sum(u.allotted) FROM slot_supply u JOIN pool_share h ON h.id = u.share_id"
                        + " WHERE h.window_id IS NULL"));
    }

    private static void refused(String beginning, Campaign campaign) {
        CommandFailure failure = assertThrows(CommandFailure.class, () -> apply(campaign));
        assertTrue(failure.getMessage().startsWith(beginning), failure.getMessage());
    }

    private static void apply(Campaign campaign) throws SQLException {
        new ScheduleChange(owner).applyThoughEarlier(campaign, "a test");
        InForce.allot(owner, new Progress());
    }

    private static Campaign campaign(String windows, String... releases) {
        return CampaignText.read(CampaignText.withWindows(windows) + "vaccines:\n  - { id: M }\npools:\n"
                + "  - { id: p, vaccine: M, releases: [" + String.join(", ", releases) + "] }\n");
    }

    private static String days(int from, String keys) {
        return window("w1", "old", from, from + 1, keys) + "\n  - " + window("w2", "old", from + 1, from + 3, keys);
    }

    private static String window(String id, String cohort, int opens, int closes, String keys) {
        return "{ id: %s, cohort: %s, opens: %s, closes: %s, %s }"
                .formatted(id, cohort, at(opens, 0), at(closes, 0), keys);
    }

    private static String release(int day, int add) {
        return "{ at: %s, add: %d }".formatted(at(day, 0), add);
    }

    /** @return the local time so many days and hours from the last full hour */
    private static String at(int days, int hours) {
        return NOW.plusDays(days).plusHours(hours).toString();
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
