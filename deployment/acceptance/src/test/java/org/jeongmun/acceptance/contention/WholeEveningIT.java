package org.jeongmun.acceptance.contention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.benchmark.evening.Evening;
import org.jeongmun.benchmark.evening.EveningPlan;
import org.jeongmun.benchmark.evening.PageClass;
import org.jeongmun.benchmark.evening.Timeline.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The evening of the benchmark with a few hundred people, for what is right and not for how fast; it is lived once. */
@DisplayName("A whole evening with more people than places")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeEveningIT {
    private static final int PLACES = 5 * 16;
    private static final int FIRST = 81_000_000;
    private static final String WINDOW_NOT_OPEN = "JM001";
    private static final Duration FOR_THE_CLINICS = Duration.ofMinutes(5);
    private static final Duration BEFORE_CHECK_IN = Duration.ofSeconds(3);
    private static final EveningPlan PLAN = new EveningPlan(
            110, 80, Duration.ofSeconds(8), Duration.ofMinutes(5), Duration.ofSeconds(10), 10, 0, 5, 20, false);

    private final Path files = Folders.create("whole-evening");
    private Portal portal;
    private Evening.Outcome outcome;

    @BeforeAll
    void liveThroughIt() throws Exception {
        Path campaign = PortalJar.fileOf(files, "evening.yaml", PLAN.campaign());
        portal = Portal.start(
                PortalPlan.demo("whole-evening", PLAN.clock(FOR_THE_CLINICS)).campaign(campaign));
        seed("300", "20", "0");
        seed("5", "1", "1");
        // The clinics are there; nobody waits until people may check in.
        portal.skipTo(OffsetDateTime.parse(PLAN.clock(BEFORE_CHECK_IN)).toInstant());
        outcome = new Evening(portal.published().publicUrl(), portal::connect, PLAN, FIRST, told -> {}).live();
    }

    private void seed(String clinics, String days, String capacity) {
        PortalJar.Ended ended = PortalJar.run(
                "seed",
                "--clinics",
                clinics,
                "--days",
                days,
                "--capacity",
                capacity,
                "--data",
                portal.folder().toString());
        assertEquals(0, ended.exitCode(), ended::toString);
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
        Folders.delete(files);
    }

    @Test
    void keepsEveryPromise() {
        assertEquals(List.of(), outcome.broken());
    }

    @Test
    void sellsEachPlace() throws Exception {
        assertEquals(
                PLACES,
                outcome.codes(),
                () -> "others went because of " + outcome.diary().endings());
        assertEquals(PLACES, Rows.of(portal).number("SELECT sum(taken) FROM slot"));
        assertTrue(outcome.diary().soldOutAfter().isPresent(), "nobody was told that it is sold out");
    }

    @Test
    void letsEverybodyInWhoHasBookedAndNobodyBeforeTheOpening() {
        assertEquals(0, outcome.timeline().sum(Event.ENTERED, -60, 0));
        assertTrue(outcome.timeline().total(Event.ENTERED) >= PLACES);
        assertEquals(
                0,
                outcome.diary().turnsSinceOpening().getTotalCount()
                        - outcome.timeline().total(Event.ENTERED));
    }

    @Test
    void turnsAwayWhoeverComesByAnotherWay() {
        assertTrue(
                outcome.diary().serverErrors().containsKey("503 NOT_YET_OPEN"),
                () -> outcome.diary().serverErrors().toString());
        assertEquals(Set.of(WINDOW_NOT_OPEN), outcome.inserts().refusals().keySet());
    }

    @Test
    void answersNothingThatIsNotForeseen() {
        assertEquals(
                Set.of(),
                outcome.diary().serverErrors().keySet().stream()
                        .filter(error -> !error.startsWith("503 "))
                        .collect(Collectors.toSet()));
        assertTrue(outcome.diary().answers(PageClass.LOOKUP).getTotalCount() > 0);
    }
}
