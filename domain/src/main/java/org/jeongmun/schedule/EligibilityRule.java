package org.jeongmun.schedule;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which rule tells who belongs to a cohort, and with which settings. The rule itself is found by its name.
 *
 * @param name the rule's name, such as {@code cohort-birth-year}
 * @param settings what the campaign file says under {@code with}, unchanged
 */
public record EligibilityRule(String name, Map<String, String> settings) implements Membership {
    /** Copies the settings. */
    public EligibilityRule {
        requireNonNull(name, "name");
        settings = Map.copyOf(settings);
    }

    @Override
    public Belonging of(Function<EligibilityRule, Belonging> answers) {
        return answers.apply(this);
    }

    @Override
    public Stream<EligibilityRule> rules() {
        return Stream.of(this);
    }
}
