package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.Membership;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Who belongs to a cohort")
class MembershipReaderTest {
    private static final String WINDOW = "{ id: w1, cohort: old, opens: 2021-07-14T20:00, closes: 2021-07-24T18:00 }";
    private static final EligibilityRule BORN_1962 = new EligibilityRule("born", Map.of("year", "1962"));
    private static final EligibilityRule BORN_1963 = new EligibilityRule("born", Map.of("year", "1963"));
    private static final EligibilityRule NAMED = new EligibilityRule("cohort-named", Map.of());
    private static final Membership COMBINED =
            new Membership.All(List.of(new Membership.Any(List.of(BORN_1962, BORN_1963)), new Membership.Not(NAMED)));

    @Test
    void isWrittenAsRulesCombined() {
        assertEquals(
                COMBINED,
                read("{ all: [ { any: [ { rule: born, with: { year: 1962 } }, { rule: born, with: { year: 1963 } } ] },"
                        + " { not: { rule: cohort-named } } ] }"));
        assertEquals(new Membership.Not(BORN_1962), read("{ not: { rule: born, with: { year: 1962 } } }"));
    }

    @ParameterizedTest(name = "rule: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { }                                                | line 6: rule has no rule. Add it.
            { all: [] }                                        | line 6: all is a list of at least one
            { any: { rule: cohort-named } }                    | line 6: any is a list of at least one
            { all: [ cohort-named ] }                          | line 6: a rule is a group of keys
            { not: [ { rule: cohort-named } ] }                | line 6: not is a group of keys
            { not: cohort-named }                              | line 6: not is a group of keys
            { all: [ { rule: cohort-named } ], with: { } }     | line 6: 'with' stands beside all, which stands alone
            { all: [ { rule: cohort-named } ], any: [ ] }      | line 6: 'any' stands beside all, which stands alone
            { not: { rule: moon } }                            | line 6: No plugin brings it.
            { not: { rule: born, with: { year: 1, day: 2 } } } | line 6: day: There is no such setting.
            { not: { rule: born, with: { } } }                 | line 6: year: It is missing.
            { not: { rule: born, year: 1962 } }                | line 6: 'year' is no key of not
            { neither: [ ] }                                   | line 6: 'neither' is no key of rule
            """)
    void isRefusedWithItsLine(String rule, String fault) {
        CampaignRefusedException refused =
                assertThrows(CampaignRefusedException.class, () -> CampaignReader.read(text(rule), CampaignText.RULES));
        assertTrue(
                refused.faults().stream().anyMatch(each -> each.toString().startsWith(fault)),
                () -> refused.faults().toString());
    }

    @Test
    void hasNoSettingsBesideRulesCombined() {
        String both = text("{ not: { rule: cohort-named } }\n    with: { year: 1962 }");
        CampaignRefusedException refused =
                assertThrows(CampaignRefusedException.class, () -> CampaignReader.read(both, CampaignText.RULES));
        assertEquals(
                "line 7: with stands beside rules combined. Write it beside the name of its rule.",
                refused.faults().get(0).toString());
    }

    static Stream<Membership> memberships() {
        EligibilityRule odd =
                new EligibilityRule("cohort-odd", Map.of("a \"b\" \\", "1\n2\t{ } [ ] # : '", "가", "<b>&\u0007"));
        return Stream.of(NAMED, BORN_1962, odd, COMBINED, new Membership.Not(new Membership.Any(List.of(odd))));
    }

    @ParameterizedTest
    @MethodSource("memberships")
    void isReadFromTheTableAsItWasWritten(Membership membership) {
        assertEquals(
                membership,
                MembershipReader.stored(WrittenMembership.word(membership), WrittenMembership.settings(membership)));
    }

    @Test
    void isReadFromAWrittenCampaignAsItWas() {
        Campaign campaign = CampaignText.read(text("{ not: { any: [ { rule: born, with: { year: 1962 } } ] } }"));
        assertTrue(CampaignText.read(WrittenCampaign.written(campaign)).saysTheSameAs(campaign));
    }

    @Test
    void isShownInWords() {
        assertEquals(
                "all of (any of (born {year=1962}, born {year=1963}), not cohort-named {})",
                WrittenMembership.shown(COMBINED));
    }

    private static Membership read(String rule) {
        return CampaignText.read(text(rule)).schedule().cohorts().get(0).rule();
    }

    private static String text(String rule) {
        String plain = "rule: born\n    with: { year: 1962 }";
        String text = CampaignText.withWindows(WINDOW);
        assertTrue(text.contains(plain));
        return text.replace(plain, "rule: " + rule);
    }
}
