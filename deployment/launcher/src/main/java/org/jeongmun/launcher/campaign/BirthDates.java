package org.jeongmun.launcher.campaign;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.identity.Typed;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.Membership;

/**
 * Who clearly belongs to cohorts, of those who were born since 1880. Each membership is tried on every birth date once,
 * which asks plugins tens of thousands of times: not while others wait. Not thread-safe.
 */
final class BirthDates {
    /** To the year 2044: whoever is not born yet belongs nowhere that matters. */
    private static final int DAYS = 60_000;

    private final EligibilityRules rules;
    private final Map<Membership, BitSet> known = new HashMap<>();

    BirthDates(EligibilityRules rules) {
        this.rules = rules;
    }

    /** @return by the days since the first; not to be changed */
    BitSet of(Cohort cohort) {
        return known.computeIfAbsent(cohort.rule(), this::tried);
    }

    private BitSet tried(Membership membership) {
        BitSet born = new BitSet(DAYS);
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = date(day);
            if (membership.of(rule -> rules.answer(rule, date)) == Belonging.YES) {
                born.set(day);
            }
        }
        return born;
    }

    static LocalDate date(int day) {
        return Typed.EARLIEST_BIRTH.plusDays(day);
    }
}
