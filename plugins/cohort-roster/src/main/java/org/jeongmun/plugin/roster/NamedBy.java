package org.jeongmun.plugin.roster;

import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.Rosters;
import org.jeongmun.spi.Verdict;

/** Asks one roster. What a birth date alone says of it is nothing. */
record NamedBy(String roster) implements CohortRule {
    private static final Verdict LISTED = Verdict.member("ROSTER_LISTED");
    private static final Verdict NOT_LISTED = Verdict.notMember("ROSTER_NOT_LISTED");
    private static final Verdict UNKNOWN = Verdict.undetermined("ROSTER_UNKNOWN");

    @Override
    public Verdict evaluate(ApplicantFacts facts) {
        return UNKNOWN;
    }

    @Override
    public Verdict evaluate(ApplicantFacts facts, Rosters rosters) {
        return switch (rosters.find(roster)) {
            case LISTED -> LISTED;
            case NOT_LISTED -> NOT_LISTED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
