package org.jeongmun.eligibility;

import org.jeongmun.schedule.OpeningSchedule;

/** Answers which cohorts of a schedule somebody belongs to; says nothing about times. */
public interface EligibilityCheck {
    /**
     * Asks every cohort's rule.
     *
     * @return never {@code null}; a rule that fails, is late or is missing leaves its cohort undetermined
     */
    Eligibility check(Applicant applicant, OpeningSchedule schedule);
}
