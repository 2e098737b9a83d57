package org.jeongmun.schedule;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Which rule tells who belongs to a cohort, and with which settings. The rule itself is found by its name.
 *
 * @param name the rule's name, such as {@code cohort-birth-year}
 * @param settings what the campaign file says under {@code with}, unchanged
 */
public record EligibilityRule(String name, Map<String, String> settings) {
    /** Copies the settings. */
    public EligibilityRule {
        requireNonNull(name, "name");
        settings = Map.copyOf(settings);
    }
}
