package org.jeongmun.eligibility;

import java.util.Set;
import org.jeongmun.schedule.CohortId;

/**
 * Which cohorts somebody belongs to.
 *
 * @param cohorts those that they are in
 * @param undetermined those whose rule gave no answer; never counted as membership, never told as "not eligible"
 */
public record Eligibility(Set<CohortId> cohorts, Set<CohortId> undetermined) {
    /** Copies both. */
    public Eligibility {
        cohorts = Set.copyOf(cohorts);
        undetermined = Set.copyOf(undetermined);
    }
}
