package org.jeongmun.launcher.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.Membership;

/**
 * Who belongs to a cohort, as a campaign file says it, as the table of cohorts holds it, and as an operator reads it.
 */
final class WrittenMembership {
    /** Words that no rule can be called, since a rule's name has a hyphen. */
    static final String ALL = "all";

    static final String ANY = "any";
    static final String NOT = "not";

    private WrittenMembership() {}

    /** @return what the table calls it: the rule's name, or how rules are combined */
    static String word(Membership membership) {
        if (membership instanceof EligibilityRule rule) {
            return rule.name();
        }
        if (membership instanceof Membership.Not) {
            return NOT;
        }
        return membership instanceof Membership.All ? ALL : ANY;
    }

    /** @return what the table holds beside it, JSON: the rule's settings, or all that is combined */
    static String settings(Membership membership) {
        return membership instanceof EligibilityRule rule ? object(rule.settings()) : node(membership);
    }

    /** @return what a campaign file says of it under {@code rule} and after, in JSON, which is YAML too */
    static String keys(Membership membership) {
        if (membership instanceof EligibilityRule rule) {
            String with = rule.settings().isEmpty() ? "" : ", with: " + object(rule.settings());
            return "rule: " + quoted(rule.name()) + with;
        }
        return "rule: " + node(membership);
    }

    /** @return in words */
    static String shown(Membership membership) {
        if (membership instanceof EligibilityRule rule) {
            return rule.name() + " " + new TreeMap<>(rule.settings());
        }
        if (membership instanceof Membership.Not not) {
            return "not " + shown(not.part());
        }
        return parts(membership).stream()
                .map(WrittenMembership::shown)
                .collect(Collectors.joining(", ", word(membership) + " of (", ")"));
    }

    private static String node(Membership membership) {
        if (membership instanceof EligibilityRule rule) {
            String with = rule.settings().isEmpty() ? "" : ", \"with\": " + object(rule.settings());
            return "{ \"rule\": " + quoted(rule.name()) + with + " }";
        }
        if (membership instanceof Membership.Not not) {
            return "{ \"not\": " + node(not.part()) + " }";
        }
        return parts(membership).stream()
                .map(WrittenMembership::node)
                .collect(Collectors.joining(", ", "{ " + quoted(word(membership)) + ": [", "] }"));
    }

    private static List<Membership> parts(Membership membership) {
        return membership instanceof Membership.All all ? all.parts() : ((Membership.Any) membership).parts();
    }

    private static String object(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(each -> quoted(each.getKey()) + ": " + quoted(each.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (Character.isISOControl(letter)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", letter));
            } else {
                quoted.appendCodePoint(letter);
            }
        });
        return quoted.append('"').toString();
    }
}
