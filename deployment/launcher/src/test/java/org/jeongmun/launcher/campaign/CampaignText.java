package org.jeongmun.launcher.campaign;

import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.schedule.EligibilityRule;

/** Campaign files for tests, and a rule book that knows one rule. */
final class CampaignText {
    /** The rule {@code born} takes the setting {@code year} and no other. */
    static final EligibilityRules RULES = CampaignText::faultOf;

    static final String COHORTS = """
            campaign: covid19-2021
            zone: Asia/Seoul
            cohorts:
              - id: old
                label: { ko: "어른", en: "Elders" }
                rule: born
                with: { year: 1962 }
              - id: young
                label: { ko: "청년", en: "Young" }
                rule: born
                with: { year: 1999 }
            """;

    private CampaignText() {}

    /** @return the two cohorts with these lines under windows, the first of them on line 13 */
    static String withWindows(String... windows) {
        return COHORTS + "windows:\n  - " + String.join("\n  - ", windows) + "\n";
    }

    static Campaign campaign(String... windows) {
        return read(withWindows(windows));
    }

    static Campaign read(String text) {
        try {
            return CampaignReader.read(text, RULES);
        } catch (CampaignRefusedException refused) {
            throw new AssertionError(refused.faults().toString(), refused);
        }
    }

    private static Optional<EligibilityRules.Fault> faultOf(EligibilityRule rule) {
        if (!rule.name().equals("born")) {
            return Optional.of(new EligibilityRules.Fault(Optional.empty(), "No plugin brings it."));
        }
        for (String key : rule.settings().keySet()) {
            if (!key.equals("year")) {
                return Optional.of(new EligibilityRules.Fault(Optional.of(key), "There is no such setting."));
            }
        }
        return rule.settings().containsKey("year")
                ? Optional.empty()
                : Optional.of(new EligibilityRules.Fault(Optional.of("year"), "It is missing."));
    }
}
