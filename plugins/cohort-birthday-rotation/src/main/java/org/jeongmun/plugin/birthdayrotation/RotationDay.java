package org.jeongmun.plugin.birthdayrotation;

import java.util.List;
import java.util.stream.IntStream;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.Verdict;

/** Compares the last digit of a day of the calendar. Either verdict says which day is the person's. */
record RotationDay(int day) implements CohortRule {
    private static final int DAYS = 10;
    private static final List<Verdict> THEIRS = IntStream.range(0, DAYS)
            .mapToObj(digit -> Verdict.member("ROTATION_DAY_" + digit))
            .toList();
    private static final List<Verdict> ANOTHER = IntStream.range(0, DAYS)
            .mapToObj(digit -> Verdict.notMember("ROTATION_DAY_" + digit))
            .toList();

    @Override
    public Verdict evaluate(ApplicantFacts facts) {
        int theirs = facts.birthDate().getDayOfMonth() % DAYS;
        return theirs == day ? THEIRS.get(theirs) : ANOTHER.get(theirs);
    }
}
