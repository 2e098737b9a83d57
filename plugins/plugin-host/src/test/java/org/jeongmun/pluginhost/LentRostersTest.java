package org.jeongmun.pluginhost;

import static org.jeongmun.pluginhost.GuardedEligibilityTest.BORN_1962;
import static org.jeongmun.pluginhost.GuardedEligibilityTest.KEY;
import static org.jeongmun.pluginhost.GuardedEligibilityTest.only;
import static org.jeongmun.pluginhost.GuardedEligibilityTest.schedule;
import static org.jeongmun.pluginhost.JarBuilder.jar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.eligibility.Rosters;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.Membership;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rosters that are lent to a rule")
class LentRostersTest {
    private static final String LISTED = """
            package one;
            import java.util.Map;
            import org.jeongmun.spi.*;
            public final class Listed implements EligibilityPlugin {
                public PluginId id() { return new PluginId("cohort-listed"); }
                public CohortRule rule(Map<String, String> settings) {
                    return new CohortRule() {
                        public Verdict evaluate(ApplicantFacts facts) { return Verdict.undetermined("NO_ROSTER"); }
                        public Verdict evaluate(ApplicantFacts facts, Rosters rosters) {
                            switch (rosters.find(settings.get("roster"))) {
                                case LISTED: return Verdict.member("LISTED");
                                case NOT_LISTED: return Verdict.notMember("NOT_LISTED");
                                default: return Verdict.undetermined("UNKNOWN");
                            }
                        }
                    };
                }
            }
            """;
    static final Rosters ROSTERS = (roster, person) -> {
        if (roster.value().equals("away")) {
            throw new IllegalStateException("no answer");
        }
        return roster.value().equals("mine") && person == KEY ? Belonging.YES : Belonging.NO;
    };

    private static Plugins plugins;

    private final PoolGuard guard = new PoolGuard(Duration.ofSeconds(5));
    private final GuardedEligibility eligibility =
            new GuardedEligibility(plugins, guard, new CountsInMemory(), ROSTERS);

    @BeforeAll
    static void load() {
        plugins = Plugins.load(List.of(listed()));
    }

    @AfterAll
    static void closePlugins() {
        plugins.close();
    }

    @AfterEach
    void endThreads() {
        guard.close();
    }

    /** @return a plugin whose verdict is what a roster says */
    static PluginJar listed() {
        return jar("cohort-listed.jar")
                .source("one.Listed", LISTED)
                .file("META-INF/services/org.jeongmun.spi.EligibilityPlugin", "one.Listed")
                .build();
    }

    @ParameterizedTest(name = "{0}: in {1}, undetermined {2}")
    @CsvSource({"mine, true, false", "others, false, false", "away, false, true", "NO ID, false, true"})
    void looksUpInARosterWhomAPluginCannotName(String roster, boolean in, boolean undetermined) {
        Membership named = new EligibilityRule("cohort-listed", Map.of("roster", roster));
        assertEquals(
                new Eligibility(only(roster, in), only(roster, undetermined)),
                eligibility.check(BORN_1962, schedule(named)));
    }

    @Test
    void lendsARosterForOneCallOnly() {
        LentRosters lent = new LentRosters(ROSTERS, KEY);
        assertEquals(org.jeongmun.spi.Rosters.Listing.LISTED, lent.find("mine"));
        assertTrue(lent.wereAsked());
        lent.close();
        assertThrows(IllegalStateException.class, () -> lent.find("mine"));
    }

    @Test
    void areKnownToHaveBeenAskedAlsoWhereNobodyAnswered() {
        try (LentRosters lent = new LentRosters(ROSTERS, KEY)) {
            assertFalse(lent.wereAsked());
            assertThrows(IllegalStateException.class, () -> lent.find("away"));
            assertTrue(lent.wereAsked());
        }
    }
}
