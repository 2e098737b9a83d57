package org.jeongmun.pluginhost;

import static org.jeongmun.pluginhost.GuardedEligibilityTest.BORN_1962;
import static org.jeongmun.pluginhost.GuardedEligibilityTest.KEY;
import static org.jeongmun.pluginhost.GuardedEligibilityTest.cohort;
import static org.jeongmun.pluginhost.GuardedEligibilityTest.rule;
import static org.jeongmun.pluginhost.GuardedEligibilityTest.schedule;
import static org.jeongmun.pluginhost.JarBuilder.jar;
import static org.jeongmun.pluginhost.LentRostersTest.ROSTERS;
import static org.jeongmun.pluginhost.LentRostersTest.listed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.OpeningSchedule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What rules have said")
class RulesInForceTest {
    private static final String HALF = """
            package one;
            import java.util.Map;
            import org.jeongmun.spi.*;
            public final class Half implements EligibilityPlugin {
                public PluginId id() { return new PluginId("cohort-half"); }
                public CohortRule rule(Map<String, String> settings) {
                    return facts -> settings.containsKey("sure") ? Verdict.member("SURE") : Verdict.undetermined("UNSURE");
                }
            }
            """;
    private static final PersonKey OTHER = new PersonKey("B".repeat(43));
    private static Plugins plugins;

    private final PoolGuard guard = new PoolGuard(Duration.ofSeconds(5));
    private final CountsInMemory counts = new CountsInMemory();
    private final GuardedEligibility eligibility = new GuardedEligibility(plugins, guard, counts, ROSTERS);

    @BeforeAll
    static void load() {
        plugins = Plugins.load(List.of(
                rule("cohort-yes", "return Verdict.member(\"YES\");"),
                rule("cohort-no", "return Verdict.notMember(\"NO\");"),
                rule("cohort-unsure", "return Verdict.undetermined(\"UNSURE\");"),
                jar("cohort-half.jar")
                        .source("one.Half", HALF)
                        .file("META-INF/services/org.jeongmun.spi.EligibilityPlugin", "one.Half")
                        .build(),
                listed()));
    }

    @AfterAll
    static void closePlugins() {
        plugins.close();
    }

    @AfterEach
    void endThreads() {
        guard.close();
    }

    @Test
    void holdsForAllWhoWereBornOnTheSameDayWhileTheScheduleStands() {
        OpeningSchedule schedule = schedule("cohort-yes", "cohort-no");
        Eligibility first = eligibility.check(BORN_1962, schedule);
        assertEquals(first, eligibility.check(new Applicant(OTHER, OTHER, BORN_1962.birthDate()), schedule));
        Map<String, Integer> repeated = Map.of(
                "cohort-yes MEMBER", 1, "cohort-no NOT_MEMBER", 1, "cohort-yes REPEATED", 1, "cohort-no REPEATED", 1);
        assertEquals(repeated, counts.all());
        eligibility.check(new Applicant(KEY, KEY, LocalDate.of(1962, 1, 2)), schedule);
        eligibility.check(BORN_1962, schedule("cohort-yes", "cohort-no"));
        assertEquals(3, counts.all().get("cohort-yes MEMBER"), "another day and a schedule read anew");
    }

    @Test
    void isAskedAgainWhereNothingWasClear() {
        OpeningSchedule schedule = schedule("cohort-unsure");
        eligibility.check(BORN_1962, schedule);
        eligibility.check(BORN_1962, schedule);
        assertEquals(Map.of("cohort-unsure UNDETERMINED", 2), counts.all());
    }

    @Test
    void isAskedAgainWhereOneRuleOfThePluginWasNotClear() {
        OpeningSchedule schedule = schedule(
                new EligibilityRule("cohort-half", Map.of("sure", "yes")),
                new EligibilityRule("cohort-half", Map.of()));
        for (int time = 0; time < 2; time++) {
            assertEquals(new Eligibility(Set.of(cohort(0)), Set.of(cohort(1))), eligibility.check(BORN_1962, schedule));
        }
        assertEquals(Map.of("cohort-half MEMBER", 2, "cohort-half UNDETERMINED", 2), counts.all());
    }

    @Test
    void isSaidOfNobodyElseWhereARosterWasAsked() {
        OpeningSchedule schedule = schedule(new EligibilityRule("cohort-listed", Map.of("roster", "mine")));
        Applicant unlisted = new Applicant(OTHER, OTHER, BORN_1962.birthDate());
        assertEquals(new Eligibility(Set.of(cohort(0)), Set.of()), eligibility.check(BORN_1962, schedule));
        assertEquals(new Eligibility(Set.of(), Set.of()), eligibility.check(unlisted, schedule));
    }
}
