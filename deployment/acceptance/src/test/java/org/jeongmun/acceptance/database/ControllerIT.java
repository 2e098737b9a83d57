package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jeongmun.waitingroom.Admissions.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The controller of the lines")
class ControllerIT {
    private static final System.Logger LOG = System.getLogger(ControllerIT.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<LineNode> nodes = new ArrayList<>();
    private HikariDataSource pool;

    private volatile boolean soldOut;

    @BeforeEach
    void start() throws SQLException {
        TestDatabase.change("UPDATE admission_lease SET holder = NULL, expires_at = '-infinity', ticked_at = NULL");
        pool = TestDatabase.pool();
    }

    @AfterEach
    void stop() {
        nodes.forEach(LineNode::close);
        pool.close();
    }

    @Test
    void isOneOfManyNodesAndAnotherTakesOverWhenItDies() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 50, -60, 0);
        LineIT.crowd(campaign, 2_000);
        Instant began = Supplied.soon(0);
        LineCalls calls = new LineCalls(campaign);
        LineNode one = node();
        Awaitility.await().atMost(PATIENCE).until(one::leads);
        LineNode other = node();
        Awaitility.await().atMost(PATIENCE).until(() -> other.nowServing(campaign) > 60);
        // Where the machine stood still for longer than a lease lasts, it may have changed hands by right.
        Awaitility.await().atMost(PATIENCE).until(() -> one.leads() || other.leads());
        LineNode first = one.leads() ? one : other;
        LineNode second = first == one ? other : one;
        long token = TestDatabase.number("SELECT token FROM admission_lease");

        first.poll.stop();
        Awaitility.await().atMost(PATIENCE).until(second::leads);
        Awaitility.await().atMost(PATIENCE).until(() -> calls.with(token + 1) > 5);

        assertEquals(token + 1, TestDatabase.number("SELECT token FROM admission_lease"));
        // Within three seconds on a machine with time to spare: two of the lease, and a tick.
        assertEquals(
                1,
                TestDatabase.number(
                        "SELECT count(*) FROM admission_lease WHERE expires_at <= ticked_at + interval '2 seconds'"));
        LOG.log(Level.INFO, "line.controller.replaced millis={0}", calls.millisUntilReplaced(token));
        calls.assertNobodyIsReplacedWhoCalls();
        calls.assertNeverBackInTime();
        calls.assertAtTheRate(50, began);
    }

    @Test
    void callsNobodyBeforeTheOpeningAndKeepsNumbersWhenThatIsPostponed() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 50, -60, 600);
        LineIT.crowd(campaign, 100);
        LineNode node = node();
        Awaitility.await().atMost(PATIENCE).until(() -> node.nowServing(campaign) == 0);
        assertEquals(Entry.NOT_CALLED, asked(node, campaign, 1));
        campaign.opensIn(900);
        assertEquals(0, campaign.line("now_serving"));
        assertEquals(100, campaign.line("issued"));

        campaign.opensIn(0);
        Awaitility.await().atMost(PATIENCE).until(() -> node.nowServing(campaign) >= 100);
        assertEquals(100, campaign.line("drawn"));
        assertTrue(node.lines
                .line(campaign.window())
                .orElseThrow()
                .draw()
                .orElseThrow()
                .keepsItsCommitment());
    }

    @Test
    void stopsWhenNoPlaceIsLeftAndGoesOnWhenOneReturns() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 50, -60, 0);
        LineIT.crowd(campaign, 1_000);
        soldOut = true;
        LineNode node = node();
        Awaitility.await().atMost(PATIENCE).until(node::leads);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> TestDatabase.number(
                                "SELECT count(*) FROM admission_lease WHERE ticked_at > expires_at - interval '3 seconds'")
                        == 1);
        assertEquals(0, campaign.line("now_serving"));

        soldOut = false;
        Awaitility.await().atMost(PATIENCE).until(() -> node.nowServing(campaign) > 10);
        soldOut = true;
        assertEquals(Entry.NO_PLACES, asked(node, campaign, 1));
    }

    @Test
    void letsPeopleInOnceEachAndCountsThemOnAllNodes() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 200, -60, 0);
        LineIT.crowd(campaign, 300);
        LineNode one = node();
        LineNode two = node();
        Set<Long> entered = new HashSet<>();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            for (long number = 1; number <= 100; number++) {
                LineNode node = number % 2 == 0 ? one : two;
                if (!entered.contains(number)
                        && node.door
                                        .enter(
                                                campaign.window(),
                                                number,
                                                Instant.now().plusSeconds(600))
                                        .entry()
                                == Entry.ADMITTED) {
                    entered.add(number);
                }
            }
            return entered.size() == 100;
        });
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> TestDatabase.number(
                                "SELECT COALESCE(sum(inside), 0) FROM line_node WHERE id IN (?, ?)",
                                one.poll.node(),
                                two.poll.node())
                        == 100);

        new LineBookings(campaign).take(7);
        Awaitility.await().atMost(PATIENCE).until(() -> two.door.isSpent(campaign.window(), 7));
        assertEquals(
                Entry.SPENT,
                two.door
                        .enter(campaign.window(), 7, Instant.now().plusSeconds(60))
                        .entry());
        assertFalse(two.door.isSpent(campaign.window(), 8));
        Awaitility.await().atMost(PATIENCE).until(() -> two.door.inside() == 49);
        assertEquals(50, one.door.inside());
    }

    @Test
    void stillCountsThoseInsideWhomADeadNodeHasLetIn() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 200, -60, 0);
        LineIT.crowd(campaign, 100);
        LineNode dying = node();
        Awaitility.await().atMost(PATIENCE).until(() -> dying.nowServing(campaign) >= 20);
        Set<Long> entered = new HashSet<>();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            LongStream.rangeClosed(1, 20)
                    .filter(number -> !entered.contains(number))
                    .filter(number -> dying.door
                                    .enter(
                                            campaign.window(),
                                            number,
                                            Instant.now().plusSeconds(600))
                                    .entry()
                            == Entry.ADMITTED)
                    .forEach(entered::add);
            return entered.size() == 20;
        });
        String insideOfIt = "SELECT inside FROM line_node WHERE id = ?";
        Awaitility.await().atMost(PATIENCE).until(() -> TestDatabase.number(insideOfIt, dying.poll.node()) == 20);
        long others = TestDatabase.number("SELECT inside FROM line_heartbeat('probe', 0, 0, 0, 0)") - 20;
        dying.poll.stop();
        LineNode next = node();
        Awaitility.await().atMost(PATIENCE).until(next::leads);

        assertEquals(others + 20, TestDatabase.number("SELECT inside FROM line_heartbeat('probe', 0, 0, 0, 0)"));
    }

    @Test
    void followsTheOperatorsRateAndMaintenance() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 1, -60, 0);
        LineIT.crowd(campaign, 5_000);
        LineNode node = node();
        Awaitility.await().atMost(PATIENCE).until(() -> node.nowServing(campaign) >= 1);
        TestDatabase.change(
                "INSERT INTO schedule_version (campaign_id, source, change, waiting_room) VALUES (?, 'test', 'admission',"
                        + " '{\"order\": \"arrival\", \"admitPerSecond\": 500, \"maxInside\": 100000, \"passMinutes\": 15}')",
                campaign.id().value());
        TestDatabase.change("UPDATE portal_state SET schedule_version = (SELECT max(version) FROM schedule_version)");
        Awaitility.await().atMost(PATIENCE).until(() -> node.nowServing(campaign) >= 200);

        TestDatabase.change("UPDATE portal_state SET maintenance_since = now(), maintenance_reason = 'test'");
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> node.lines.isFrozen()
                            && node.door
                                            .enter(
                                                    campaign.window(),
                                                    1,
                                                    Instant.now().plusSeconds(60))
                                            .entry()
                                    == Entry.STANDING);
            long before = campaign.line("now_serving");
            Awaitility.await().atMost(PATIENCE).until(node::leads);
            assertEquals(before, campaign.line("now_serving"));
        } finally {
            TestDatabase.change("UPDATE portal_state SET maintenance_since = NULL, maintenance_reason = NULL");
        }
        long before = campaign.line("now_serving");
        Awaitility.await().atMost(PATIENCE).until(() -> node.nowServing(campaign) > before);
    }

    private LineNode node() {
        LineNode node = new LineNode(pool, () -> soldOut);
        nodes.add(node);
        return node;
    }

    /**
     * What the door says once it has heard of the line of late: a machine that stands still makes it shut for a moment.
     */
    private static Entry asked(LineNode node, WaitingCampaign campaign, long number) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> node.door
                                .enter(campaign.window(), number, Instant.now().plusSeconds(60))
                                .entry(),
                        entry -> entry != Entry.STANDING);
    }
}
