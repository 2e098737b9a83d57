package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jeongmun.waitingroom.JoinOutcome;
import org.jeongmun.waitingroom.PollingRule;
import org.jeongmun.web.line.JoinQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A line in the database")
class LineIT {
    @BeforeEach
    @AfterEach
    void forgetControllers() throws SQLException {
        TestDatabase.change("UPDATE admission_lease SET holder = NULL, expires_at = '-infinity', ticked_at = NULL");
    }

    @Test
    void doesNotHearAControllerOnceAnotherHasTakenOver() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 50, -60, 0);
        crowd(campaign, 100);
        try (Connection old = TestDatabase.portal();
                Connection young = TestDatabase.portal()) {
            long before = lease(old, "old");
            assertTrue(calls(old, before, campaign, 10));
            assertEquals(0, heartbeat(young, "young"));

            TestDatabase.change("UPDATE admission_lease SET expires_at = clock_timestamp() - interval '1 second'");
            assertFalse(calls(old, before, campaign, 20));
            assertEquals(before + 1, lease(young, "young"));
            assertFalse(calls(old, before, campaign, 20));
            assertEquals(10, campaign.line("now_serving"));
            assertTrue(calls(young, before + 1, campaign, 5));
            assertEquals(10, campaign.line("now_serving"));
            assertTrue(calls(young, before + 1, campaign, 12));
            assertEquals(12, campaign.line("now_serving"));
        }
    }

    @Test
    void neverGoesBackwardsByAnyStatement() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 50, -60, 0);
        crowd(campaign, 10);
        try (Connection portal = TestDatabase.portal()) {
            assertTrue(calls(portal, lease(portal, "one"), campaign, 10));
        }
        for (String change : List.of(
                "now_serving = 9",
                "issued = 9",
                "drawn = 3",
                "first_calls = 3",
                "commitment = 'sha256:0'",
                "public_value = 'late'")) {
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> TestDatabase.change(
                            "UPDATE waiting_line SET " + change + " WHERE window_id = ?",
                            campaign.window().value()),
                    change);
            assertTrue(Set.of("JM003", "23514").contains(refused.getSQLState()), refused.getSQLState());
        }
    }

    @ParameterizedTest(name = "{0} people")
    @ValueSource(longs = {30_000, 600_000, 1_850_000})
    void isCalledAsFarAsPeopleComeInWhileAllLookForTheFirstTime(long people) throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 50, -60, 0);
        double lastFirstLook = PollingRule.beforeOpening(0, -1, people, 1);
        assertEquals(
                (long) (50 * Math.min(lastFirstLook, people / 9_000.0)),
                TestDatabase.number(
                        "SELECT first_calls_of(?, %d)".formatted(people),
                        campaign.window().value()));
    }

    @Test
    void isCalledWithItsDrawAndNotBefore() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 2_000, -60, 600);
        crowd(campaign, 450);
        try (Connection portal = TestDatabase.portal()) {
            heartbeat(portal, "one");
            assertEquals(0, campaign.line("first_calls"));
            campaign.opensIn(0);
            heartbeat(portal, "one");
        }
        assertEquals(100, campaign.line("first_calls"));
        assertEquals(0, campaign.line("now_serving"));
    }

    /** Whoever joins between the opening and the next heartbeat holds the draw, and is not in it. */
    @Test
    void isCalledWithItsDrawAlsoWhereSomebodyWhoJoinsHoldsIt() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 2_000, -60, 600);
        crowd(campaign, 450);
        campaign.opensIn(0);
        crowd(campaign, 1);
        assertEquals(451, campaign.line("issued"));
        assertEquals(450, campaign.line("drawn"));
        assertEquals(100, campaign.line("first_calls"));
    }

    @ParameterizedTest(name = "{0}, {1} a second, of {2}: {3}")
    @CsvSource({"draw, 1000000, 30, 30", "draw, 1, 30, 0", "arrival, 1000000, 30, 0", "draw, 1000000, 0, 0"})
    void callsNobodyAtOnceWhoIsNotThereNorWhereNothingIsDrawn(String order, int perSecond, int people, long first)
            throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with(order, perSecond, -60, 600);
        crowd(campaign, people);
        campaign.opensIn(0);
        try (Connection portal = TestDatabase.portal()) {
            heartbeat(portal, "one");
        }
        assertEquals(people, campaign.line("drawn"));
        assertEquals(first, campaign.line("first_calls"));
    }

    @Test
    void isNotCalledBeforeItsOpeningWhateverAControllerClaims() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 50, -60, 600);
        crowd(campaign, 100);
        try (Connection portal = TestDatabase.portal()) {
            assertTrue(calls(portal, lease(portal, "early"), campaign, 50));
        }
        assertEquals(0, campaign.line("now_serving"));
        assertEquals(0, campaign.line("drawn"));
    }

    static void crowd(WaitingCampaign campaign, int people) {
        try (JoinQueue joining = new JoinQueue(TestDatabase::portal)) {
            joining.start();
            List<CompletableFuture<JoinOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                outcomes.add(joining.joinSoon(campaign.id(), campaign.window(), Campaign.somebody()));
            }
            outcomes.forEach(CompletableFuture::join);
        }
    }

    /** The lease, for so long that a machine that stands still does not lose it. */
    private static long lease(Connection portal, String node) throws SQLException {
        long token = heartbeat(portal, node);
        TestDatabase.change("UPDATE admission_lease SET expires_at = clock_timestamp() + interval '1 hour'");
        return token;
    }

    private static long heartbeat(Connection portal, String node) throws SQLException {
        try (PreparedStatement statement = portal.prepareStatement("SELECT token FROM line_heartbeat(?, 0, 0, 0, 0)")) {
            statement.setString(1, node);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean calls(Connection portal, long token, WaitingCampaign campaign, long place)
            throws SQLException {
        try (PreparedStatement statement = portal.prepareStatement(
                "SELECT call_places(?, ARRAY[?]::text[], ARRAY[?]::bigint[], ARRAY[50]::float8[], 50, 1)")) {
            statement.setLong(1, token);
            statement.setString(2, campaign.window().value());
            statement.setLong(3, place);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
