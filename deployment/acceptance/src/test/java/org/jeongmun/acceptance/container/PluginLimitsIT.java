package org.jeongmun.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jeongmun.acceptance.container.deployed.Asking;
import org.jeongmun.acceptance.container.deployed.Exported;
import org.jeongmun.acceptance.container.deployed.Story;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.eligibility.EligibilityCheck;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Runs in the server, through the portal's own question about eligibility, with plugins from the operator's folder.
 * What they come to is read from the server's metrics, as an operator reads it.
 */
@ArquillianTest
@DisplayName("A plugin in the server")
class PluginLimitsIT {
    private static final String STEADY = "cohort-steady";
    /** More than one plugin may have under way at once. */
    private static final int CROWD = 24;

    @Inject
    private EligibilityCheck eligibility;

    @Deployment
    static WebArchive portal() throws SQLException {
        return TestWar.whileOpen(PluginLimitsIT.class);
    }

    /** The first question after a start loads classes, and may come too late for its limit. */
    private void awaitTheSteadyOne() {
        Awaitility.await("a plugin that answers in time")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> eligibility
                        .check(Story.invited('z'), schedule(STEADY))
                        .undetermined()
                        .isEmpty());
    }

    @Test
    void thatHangsIsGivenUpAndLeavesItsOwnCohortUndetermined() {
        awaitTheSteadyOne();
        double late = counted("cohort-hanging", "LATE");
        double members = counted(STEADY, "MEMBER");
        assertEquals(onlySteady("cohort-hanging"), ask("cohort-hanging"));
        assertAll(
                () -> assertEquals(late + 1, counted("cohort-hanging", "LATE")),
                () -> assertEquals(members + 1, counted(STEADY, "MEMBER")));
    }

    @Test
    void thatThrowsIsCountedEachTimeAndHoldsNobodyElseUp() {
        awaitTheSteadyOne();
        double before = counted("cohort-throwing", "THREW");
        for (int turn = 1; turn <= CROWD; turn++) {
            assertEquals(onlySteady("cohort-throwing"), ask("cohort-throwing"));
        }
        assertEquals(before + CROWD, counted("cohort-throwing", "THREW"));
    }

    @Test
    void thatIsFullIsNotAskedAndHoldsNobodyElseUp() {
        awaitTheSteadyOne();
        double busy = counted("cohort-crowded", "BUSY");
        double late = counted("cohort-crowded", "LATE");
        List<Eligibility> told =
                IntStream.range(0, CROWD)
                        .mapToObj(visitor -> new Asking<>(() -> ask("cohort-crowded")))
                        .toList()
                        .stream()
                        .map(Asking::answer)
                        .toList();
        told.forEach(each -> assertEquals(onlySteady("cohort-crowded"), each));
        double moreBusy = counted("cohort-crowded", "BUSY") - busy;
        double moreLate = counted("cohort-crowded", "LATE") - late;
        assertEquals(CROWD, moreBusy + moreLate, "each was counted");
        assertTrue(moreLate <= 16, () -> moreLate + " were let in at once");
        assertTrue(moreBusy >= CROWD - 16, () -> moreBusy + " were turned away");
    }

    private Eligibility ask(String rule) {
        return eligibility.check(Story.invited('a'), schedule(rule, STEADY));
    }

    private static Eligibility onlySteady(String other) {
        return new Eligibility(Set.of(new CohortId(STEADY)), Set.of(new CohortId(other)));
    }

    private static double counted(String plugin, String outcome) {
        return Exported.here()
                .value("portal_plugin_calls_total", "plugin=\"" + plugin + "\"", "outcome=\"" + outcome + "\"");
    }

    private static OpeningSchedule schedule(String... rules) {
        List<Cohort> cohorts = Stream.of(rules)
                .map(rule -> new Cohort(
                        new CohortId(rule), new LocalizedText("가", "A"), new EligibilityRule(rule, Map.of())))
                .toList();
        BookingWindow window = new BookingWindow(
                new WindowId("w"),
                cohorts.get(0).id(),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                Optional.empty(),
                Duration.ZERO,
                Duration.ofMinutes(5));
        return new OpeningSchedule(new CampaignId("c"), 1, ZoneOffset.UTC, cohorts, List.of(window));
    }
}
