package org.jeongmun.launcher.campaign;

import java.time.LocalDate;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.EligibilityRule;

/** Campaign files for tests, and a rule book that knows two rules. */
final class CampaignText {
    /**
     * The rule {@code born} takes the setting {@code year} and no other; that of the rotation is as the real one, and
     * there is one of which a birth date tells nothing.
     */
    static final EligibilityRules RULES = new EligibilityRules() {
        @Override
        public Optional<Fault> faultOf(EligibilityRule rule) {
            return CampaignText.faultOf(rule);
        }

        @Override
        public Belonging answer(EligibilityRule rule, LocalDate birthDate) {
            return switch (rule.name()) {
                case BORN -> answer(birthDate.getYear(), rule.settings().get("year"));
                case ROTATION ->
                    answer(birthDate.getDayOfMonth() % 10, rule.settings().get("day"));
                default -> Belonging.UNCLEAR;
            };
        }

        private static Belonging answer(int number, String setting) {
            return String.valueOf(number).equals(setting) ? Belonging.YES : Belonging.NO;
        }
    };

    private static final String BORN = "born";
    private static final String ROTATION = "cohort-birthday-rotation";
    private static final String NAMED = "cohort-named";

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
        if (rule.name().equals(ROTATION) || rule.name().equals(NAMED)) {
            return Optional.empty();
        }
        if (!rule.name().equals(BORN)) {
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
