package org.jeongmun.plugin.birthyear;

import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.Verdict;

/** Compares the year of a calendar date; no zone and no instant takes part, so no midnight can be missing. */
record BornBetween(int from, int to) implements CohortRule {
    private static final Verdict IN_RANGE = Verdict.member("BIRTH_YEAR_IN_RANGE");
    private static final Verdict TOO_EARLY = Verdict.notMember("BIRTH_YEAR_TOO_EARLY");
    private static final Verdict TOO_LATE = Verdict.notMember("BIRTH_YEAR_TOO_LATE");

    @Override
    public Verdict evaluate(ApplicantFacts facts) {
        int year = facts.birthDate().getYear();
        if (year < from) {
            return TOO_EARLY;
        }
        return year > to ? TOO_LATE : IN_RANGE;
    }
}
