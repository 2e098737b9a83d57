package org.jeongmun.launcher.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.Membership;

/** How a rotation deals out the dates of a calendar. Which day is whose is for a rule to say. */
enum Rotation {
    /**
     * By the last digit of the date: the 9th, 19th and 29th are day 9, the 10th, 20th and 30th day 0, the 31st day 1.
     */
    BIRTH_DAY("cohort-birthday-rotation", "%s, 생일 끝자리 %s", "%s, day of birth ending in %s");

    /** By the word that a campaign file has for it. */
    static final Map<String, Rotation> BY_WORD = Map.of("birth-day", BIRTH_DAY);

    private static final int DIGITS = 10;

    private final String rule;
    private final String ko;
    private final String en;

    Rotation(String rule, String ko, String en) {
        this.rule = rule;
        this.ko = ko;
        this.en = en;
    }

    /** @return the rotation day that comes round on that date */
    String dayOf(LocalDate date) {
        return String.valueOf(date.getDayOfMonth() % DIGITS);
    }

    /** @return the rule that tells whose day that is */
    EligibilityRule ruleOf(String day) {
        return new EligibilityRule(rule, Map.of("day", day));
    }

    /**
     * Those of a cohort whose day that is. Every rotation of the cohort calls them by the same name.
     *
     * @throws IllegalArgumentException when their name is too long for an id
     */
    Cohort ofDay(Cohort cohort, String day) {
        return new Cohort(
                new CohortId(cohort.id() + "-day-" + day),
                new LocalizedText(
                        ko.formatted(cohort.label().ko(), day),
                        en.formatted(cohort.label().en(), day)),
                new Membership.All(List.of(cohort.rule(), ruleOf(day))));
    }
}
