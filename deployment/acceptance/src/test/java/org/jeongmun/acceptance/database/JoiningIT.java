package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.lock.reading.OwnConnection;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.JoinOutcome;
import org.jeongmun.waitingroom.JoinOutcome.Joined;
import org.jeongmun.waitingroom.JoinOutcome.Refused;
import org.jeongmun.waitingroom.JoinRefusal;
import org.jeongmun.web.line.JoinQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Joining a line")
class JoiningIT {
    private static final JoinOutcome LATER = new Refused(JoinRefusal.TRY_AGAIN_LATER);

    private static JoinQueue here;
    private static JoinQueue there;

    @BeforeAll
    static void start() {
        here = new JoinQueue(TestDatabase::portal);
        there = new JoinQueue(TestDatabase::portal);
        here.start();
        there.start();
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @Test
    void againOrOnAnotherNodeGivesTheSameNumber() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 100, -60, 600);
        PersonKey first = Campaign.somebody();

        assertEquals(1, number(here, campaign, first));
        assertEquals(2, number(there, campaign, Campaign.somebody()));
        assertEquals(1, number(there, campaign, first));
        assertEquals(1, number(here, campaign, first));
        assertEquals(2, campaign.line("issued"));
    }

    @Test
    void manyTimesAtOnceGivesOnePersonOneNumber() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 100, -60, 600);
        PersonKey person = Campaign.somebody();
        List<CompletableFuture<JoinOutcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            JoinQueue node = i % 2 == 0 ? here : there;
            outcomes.add(CompletableFuture.supplyAsync(() -> asked(node, campaign, person), Together.threads()));
        }

        Set<Long> numbers = new HashSet<>();
        outcomes.forEach(
                outcome -> numbers.add(((Joined) outcome.join()).ticket().number()));
        assertEquals(Set.of(1L), numbers);
        assertEquals(1, campaign.line("issued"));
    }

    @Test
    void givesACrowdOnTwoNodesEveryNumberOnce() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("arrival", 100, -60, 600);
        int people = 3_000;
        List<CompletableFuture<JoinOutcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            outcomes.add((i % 2 == 0 ? here : there).joinSoon(campaign.id(), campaign.window(), Campaign.somebody()));
        }

        Set<Long> numbers = new HashSet<>();
        outcomes.forEach(
                outcome -> numbers.add(((Joined) outcome.join()).ticket().number()));
        assertEquals(new HashSet<>(LongStream.rangeClosed(1, people).boxed().toList()), numbers);
        assertEquals(people, campaign.line("issued"));
    }

    @Test
    void isRefusedBeforeCheckInAndFromTheClosingOn() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 100, 300, 600);
        assertEquals(JoinRefusal.NOT_YET, refusal(campaign));

        campaign.close();
        assertEquals(JoinRefusal.OVER, refusal(campaign));
        assertEquals(0, campaign.line("issued"));
    }

    @Test
    void isRefusedWithoutALineAndDuringMaintenance() throws SQLException {
        Campaign without = Campaign.open();
        JoinOutcome none = asked(here, without.id(), without.window().id(), Campaign.somebody());
        assertEquals(new Refused(JoinRefusal.NO_LINE), none);

        WaitingCampaign campaign = WaitingCampaign.with("draw", 100, -60, 600);
        TestDatabase.change("UPDATE portal_state SET maintenance_since = now(), maintenance_reason = 'test'");
        try {
            assertEquals(JoinRefusal.MAINTENANCE, refusal(campaign));
        } finally {
            TestDatabase.change("UPDATE portal_state SET maintenance_since = NULL, maintenance_reason = NULL");
        }
        WindowId dropped = campaign.window();
        TestDatabase.change("UPDATE booking_window SET active = false WHERE id = ?", dropped.value());
        assertEquals(JoinRefusal.NO_LINE, refusal(campaign));
    }

    @Test
    void isLeftForLaterWhileTheDatabaseSaysNothing() throws IOException, SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 100, -60, 600);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:%d/portal".formatted(silent.getLocalPort());
            OwnConnection nowhere = new OwnConnection(Optional.of(url), Optional.of("portal"), Optional.empty());
            try (JoinQueue cut = new JoinQueue(() -> nowhere.open("test"))) {
                cut.start();
                assertEquals(
                        LATER,
                        assertTimeoutPreemptively(
                                Duration.ofSeconds(60),
                                () -> cut.join(campaign.id(), campaign.window(), Campaign.somebody())));
            }
        }
    }

    @Test
    void takesPartInTheDrawOnlyBeforeTheOpening() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 100, -60, 600);
        // Somebody has joined before it opens, however slow this machine is.
        number(here, campaign, Campaign.somebody());
        campaign.opensIn(1);
        List<CompletableFuture<JoinOutcome>> outcomes = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            for (int i = 0; i < 20; i++) {
                outcomes.add(
                        (i % 2 == 0 ? here : there).joinSoon(campaign.id(), campaign.window(), Campaign.somebody()));
            }
            return TestDatabase.number(
                            "SELECT count(*) FROM line_ticket JOIN booking_window w ON w.id = window_id"
                                    + " WHERE window_id = ? AND joined_at >= opens_at",
                            campaign.window().value())
                    > 50;
        });
        outcomes.forEach(CompletableFuture::join);

        long drawn = campaign.line("drawn");
        assertTrue(drawn > 0);
        assertEquals(
                0,
                TestDatabase.number(
                        "SELECT count(*) FROM line_ticket JOIN booking_window w ON w.id = window_id"
                                + " WHERE window_id = ? AND (number <= ?) <> (joined_at < opens_at)",
                        campaign.window().value(),
                        drawn));
        assertEquals(1 + outcomes.size(), campaign.line("issued"));
    }

    @Test
    void isCommittedToASeedThatNobodySeesBeforeTheOpening() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 100, -60, 600);
        String seeds = "SELECT count(drawn_seed(?))";
        assertEquals(
                1,
                TestDatabase.number(
                        "SELECT count(*) FROM draw_seed JOIN waiting_line USING (window_id) WHERE window_id = ?"
                                + " AND commitment = 'sha256:' || encode(sha256(seed), 'hex')",
                        campaign.window().value()));
        assertEquals(0, TestDatabase.number(seeds, campaign.window().value()));
        assertNotEquals(0, number(here, campaign, Campaign.somebody()));
        assertEquals(0, TestDatabase.number(seeds, campaign.window().value()));

        campaign.opensIn(0);
        number(here, campaign, Campaign.somebody());
        assertEquals(1, TestDatabase.number(seeds, campaign.window().value()));
        assertEquals(1, campaign.line("drawn"));
    }

    private static long number(JoinQueue node, WaitingCampaign campaign, PersonKey person) {
        return ((Joined) asked(node, campaign, person)).ticket().number();
    }

    private static JoinRefusal refusal(WaitingCampaign campaign) {
        return ((Refused) asked(here, campaign, Campaign.somebody())).reason();
    }

    private static JoinOutcome asked(JoinQueue node, WaitingCampaign campaign, PersonKey person) {
        return asked(node, campaign.id(), campaign.window(), person);
    }

    /**
     * Comes again who is asked to: nobody waits for more than three seconds, and a machine may stand still for longer.
     */
    private static JoinOutcome asked(JoinQueue node, CampaignId campaign, WindowId window, PersonKey person) {
        JoinOutcome outcome = node.join(campaign, window, person);
        for (int again = 0; outcome.equals(LATER) && again < 10; again++) {
            outcome = node.join(campaign, window, person);
        }
        return outcome;
    }
}
