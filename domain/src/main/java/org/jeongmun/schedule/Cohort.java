package org.jeongmun.schedule;

import static java.util.Objects.requireNonNull;

/**
 * A group of people who are invited together.
 *
 * @param id unique within a campaign
 * @param label what pages call the group
 * @param rule who belongs to it: one rule, or rules combined
 */
public record Cohort(CohortId id, LocalizedText label, Membership rule) {
    /** Refuses missing parts. */
    public Cohort {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(rule, "rule");
    }
}
