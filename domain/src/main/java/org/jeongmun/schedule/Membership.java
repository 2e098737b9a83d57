package org.jeongmun.schedule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who belongs to a cohort: one rule, or rules combined. */
public sealed interface Membership permits EligibilityRule, Membership.All, Membership.Any, Membership.Not {
    /**
     * Whether somebody belongs, once every rule has been asked.
     *
     * @param answers what each rule of {@link #rules()} says of them
     */
    Belonging of(Function<EligibilityRule, Belonging> answers);

    /** @return the rules that have to be asked, in the order in which they are written */
    Stream<EligibilityRule> rules();

    /**
     * Who belongs to each.
     *
     * @param parts at least one
     */
    record All(List<Membership> parts) implements Membership {
        /** Refuses an empty list. */
        public All {
            parts = atLeastOne(parts);
        }

        @Override
        public Belonging of(Function<EligibilityRule, Belonging> answers) {
            return parts.stream().map(part -> part.of(answers)).reduce(Belonging.YES, Belonging::and);
        }

        @Override
        public Stream<EligibilityRule> rules() {
            return parts.stream().flatMap(Membership::rules);
        }
    }

    /**
     * Who belongs to at least one.
     *
     * @param parts at least one
     */
    record Any(List<Membership> parts) implements Membership {
        /** Refuses an empty list. */
        public Any {
            parts = atLeastOne(parts);
        }

        @Override
        public Belonging of(Function<EligibilityRule, Belonging> answers) {
            return parts.stream().map(part -> part.of(answers)).reduce(Belonging.NO, Belonging::or);
        }

        @Override
        public Stream<EligibilityRule> rules() {
            return parts.stream().flatMap(Membership::rules);
        }
    }

    /**
     * Who clearly does not belong.
     *
     * @param part to what
     */
    record Not(Membership part) implements Membership {
        /** Refuses a missing part. */
        public Not {
            requireNonNull(part, "part");
        }

        @Override
        public Belonging of(Function<EligibilityRule, Belonging> answers) {
            return part.of(answers).not();
        }

        @Override
        public Stream<EligibilityRule> rules() {
            return part.rules();
        }
    }

    private static List<Membership> atLeastOne(List<Membership> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Rules are combined from at least one.");
        }
        return List.copyOf(parts);
    }
}
