package org.jeongmun.pluginhost;

import static org.jeongmun.pluginhost.JarBuilder.jar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.eligibility.Rosters;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.Membership;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An eligibility check by plugins")
class GuardedEligibilityTest {
    static final PersonKey KEY = new PersonKey("A".repeat(43));
    static final Applicant BORN_1962 = new Applicant(KEY, KEY, LocalDate.of(1962, 1, 1));
    private static final String HANG_AND_HEED_NO_INTERRUPT =
            "while (true) { java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L); Thread.interrupted(); }";

    private static final Rosters NO_ROSTERS = (roster, person) -> Belonging.UNCLEAR;

    private static Plugins plugins;

    private final PoolGuard guard = new PoolGuard(Duration.ofSeconds(1));
    private final CountsInMemory counts = new CountsInMemory();
    private final GuardedEligibility eligibility = new GuardedEligibility(plugins, guard, counts, NO_ROSTERS);

    @BeforeAll
    static void loadGoodAndBadPlugins() {
        plugins = Plugins.load(List.of(
                rule("cohort-yes", "return Verdict.member(\"YES\");"),
                rule("cohort-no", "return Verdict.notMember(\"NO\");"),
                rule("cohort-unsure", "return Verdict.undetermined(\"UNSURE\");"),
                rule("cohort-null", "return null;"),
                rule("cohort-throwing", "throw new IllegalStateException(\"born \" + facts.birthDate());"),
                rule("cohort-recursive", "return rule(null).evaluate(facts);"),
                rule("cohort-dead", "throw new AssertionError();"),
                rule("cohort-hanging", HANG_AND_HEED_NO_INTERRUPT)));
    }

    @AfterAll
    static void closePlugins() {
        plugins.close();
    }

    @AfterEach
    void endThreads() {
        guard.close();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "cohort-yes, true, false, MEMBER",
        "cohort-no, false, false, NOT_MEMBER",
        "cohort-unsure, false, true, UNDETERMINED",
        "cohort-null, false, true, NOTHING",
        "cohort-throwing, false, true, THREW",
        "cohort-recursive, false, true, THREW",
        "cohort-dead, false, true, THREW",
        "cohort-hanging, false, true, LATE",
        "cohort-missing, false, true, MISSING",
        "NOT a plugin id, false, true, MISSING"
    })
    void makesNobodyEligibleWithoutAClearYes(String rule, boolean in, boolean undetermined, PluginOutcome counted) {
        Eligibility result = eligibility.check(BORN_1962, schedule(rule));
        assertEquals(new Eligibility(only(rule, in), only(rule, undetermined)), result);
        assertEquals(Map.of(rule + " " + counted, 1), counts.all());
    }

    @Test
    void asksEachCohortAndOneBadPluginLeavesTheOthersAlone() {
        Eligibility result = eligibility.check(
                BORN_1962, schedule("cohort-hanging", "cohort-yes", "cohort-throwing", "cohort-no", "cohort-yes"));
        assertEquals(new Eligibility(Set.of(cohort(1), cohort(4)), Set.of(cohort(0), cohort(2))), result);
    }

    @Test
    void asksAHangingPluginNoMoreAfterAFewLateCallsAndStillAsksTheOthers() {
        OpeningSchedule schedule = schedule("cohort-hanging", "cohort-yes");
        for (int i = 0; i < 10; i++) {
            Eligibility result = eligibility.check(BORN_1962, schedule);
            assertEquals(new Eligibility(Set.of(cohort(1)), Set.of(cohort(0))), result);
        }
        assertEquals(
                Map.of(
                        "cohort-hanging LATE",
                        5,
                        "cohort-hanging BUSY",
                        5,
                        "cohort-yes MEMBER",
                        1,
                        "cohort-yes REPEATED",
                        9),
                counts.all());
    }

    @Test
    void leavesACohortUndeterminedWhenTheGuardHasNoRoom() {
        Guard full = new Guard() {
            @Override
            public <T> CompletionStage<T> verdict(Supplier<T> call) {
                throw new BulkheadException("full");
            }

            @Override
            public <T> CompletionStage<T> lookup(Supplier<T> call) {
                throw new AssertionError();
            }
        };
        Eligibility result =
                new GuardedEligibility(plugins, full, counts, NO_ROSTERS).check(BORN_1962, schedule("cohort-yes"));
        assertEquals(new Eligibility(Set.of(), Set.of(cohort(0))), result);
        assertEquals(Map.of("cohort-yes BUSY", 1), counts.all());
    }

    @ParameterizedTest(name = "{0}: in {1}, undetermined {2}")
    @CsvSource({
        "cohort-hanging, false, true",
        "cohort-throwing, false, true",
        "cohort-null, false, true",
        "cohort-unsure, false, true",
        "cohort-missing, false, true",
        "cohort-yes, false, false",
        "cohort-no, true, false"
    })
    void makesNobodyEligibleByTheOppositeOfWhatIsNotClear(String rule, boolean in, boolean undetermined) {
        Membership membership = new Membership.All(List.of(rule("cohort-yes"), new Membership.Not(rule(rule))));
        Eligibility result = eligibility.check(BORN_1962, schedule(membership));
        assertEquals(new Eligibility(only(rule, in), only(rule, undetermined)), result);
    }

    @Test
    void needsNoAnswerOfARuleWhereTheOthersDecide() {
        Eligibility result = eligibility.check(
                BORN_1962,
                schedule(
                        new Membership.Any(List.of(rule("cohort-throwing"), rule("cohort-yes"))),
                        new Membership.All(List.of(rule("cohort-throwing"), rule("cohort-no")))));
        assertEquals(new Eligibility(Set.of(cohort(0)), Set.of()), result);
        assertEquals(
                Map.of("cohort-throwing THREW", 1, "cohort-yes MEMBER", 1, "cohort-no NOT_MEMBER", 1), counts.all());
    }

    private static EligibilityRule rule(String name) {
        return new EligibilityRule(name, Map.of());
    }

    static OpeningSchedule schedule(String... rules) {
        return schedule(Stream.of(rules).map(GuardedEligibilityTest::rule).toArray(Membership[]::new));
    }

    static OpeningSchedule schedule(Membership... rules) {
        List<Cohort> cohorts = new ArrayList<>();
        for (Membership rule : rules) {
            cohorts.add(new Cohort(cohort(cohorts.size()), new LocalizedText("코호트", "cohort"), rule));
        }
        BookingWindow window = new BookingWindow(
                new WindowId("w0714"),
                cohort(0),
                Instant.parse("2021-07-14T11:00:00Z"),
                Instant.parse("2021-07-24T09:00:00Z"),
                Optional.empty(),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5));
        return new OpeningSchedule(
                new CampaignId("covid19-2021"), 1, ZoneId.of("Asia/Seoul"), cohorts, List.of(window));
    }

    static PluginJar rule(String id, String body) {
        return jar(id + ".jar").rule("one.Rule", id, body).build();
    }

    static Set<CohortId> only(String rule, boolean there) {
        return there ? Set.of(cohort(0)) : Set.of();
    }

    static CohortId cohort(int index) {
        return new CohortId("c" + index);
    }
}
