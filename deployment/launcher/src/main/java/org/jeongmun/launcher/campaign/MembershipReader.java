package org.jeongmun.launcher.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.Membership;

/**
 * Reads who belongs to a cohort: {@code rule: NAME} and {@code with}, or in the place of the name rules combined by
 * {@code all}, {@code any} and {@code not}.
 */
final class MembershipReader {
    private static final Set<String> NAMED = Set.of("rule", "with");
    private static final List<String> COMBINED =
            List.of(WrittenMembership.ALL, WrittenMembership.ANY, WrittenMembership.NOT);

    private final EligibilityRules rules;
    private final Faults faults;

    MembershipReader(EligibilityRules rules, Faults faults) {
        this.rules = rules;
        this.faults = faults;
    }

    /** @return what the table of cohorts holds, as {@link WrittenMembership} wrote it */
    static Membership stored(String word, String settings) {
        Faults faults = new Faults();
        MembershipReader reader = new MembershipReader(rule -> Optional.empty(), faults);
        Optional<Group> group =
                YamlReader.read(settings, faults).flatMap(node -> Group.of(node, "the stored rule", faults));
        Optional<Membership> membership = COMBINED.contains(word)
                ? group.flatMap(reader::part)
                : group.map(Group::texts).map(texts -> new EligibilityRule(word, texts));
        if (!faults.isEmpty() || membership.isEmpty()) {
            throw new IllegalStateException("The stored rule %s cannot be read: %s".formatted(word, faults.inOrder()));
        }
        return membership.get();
    }

    /** @return who belongs to the cohort; empty, with a fault, when that cannot be told */
    Optional<Membership> of(Group cohort) {
        if (!cohort.isGroup("rule")) {
            return named(cohort);
        }
        if (cohort.has("with")) {
            faults.add(
                    cohort.lineOf("with"), "with stands beside rules combined. Write it beside the name of its rule.");
            return Optional.empty();
        }
        return cohort.group("rule").flatMap(this::part);
    }

    private Optional<Membership> part(Group part) {
        List<String> combined = COMBINED.stream().filter(part::has).toList();
        if (combined.isEmpty()) {
            part.refuseAllBut(NAMED);
            return named(part);
        }
        int before = faults.count();
        String key = combined.get(0);
        part.refuseBeside(key);
        List<Group> groups = new ArrayList<>();
        if (key.equals(WrittenMembership.NOT)) {
            part.group(key).ifPresent(groups::add);
        } else {
            part.requiredItems(key)
                    .forEach(item -> Group.of(item, "a rule", faults).ifPresent(groups::add));
        }
        List<Membership> parts =
                groups.stream().map(this::part).flatMap(Optional::stream).toList();
        return faults.count() > before || parts.isEmpty() ? Optional.empty() : Optional.of(combined(key, parts));
    }

    private static Membership combined(String key, List<Membership> parts) {
        return switch (key) {
            case WrittenMembership.ALL -> new Membership.All(parts);
            case WrittenMembership.ANY -> new Membership.Any(parts);
            default -> new Membership.Not(parts.get(0));
        };
    }

    private Optional<Membership> named(Group group) {
        Optional<YamlNode.Scalar> name = group.required("rule");
        Optional<Group> with = group.group("with");
        int before = faults.count();
        Map<String, String> settings = with.map(Group::texts).orElseGet(LinkedHashMap::new);
        boolean settingsUnreadable = faults.count() > before || (group.has("with") && with.isEmpty());
        if (name.isEmpty() || settingsUnreadable) {
            return Optional.empty();
        }
        EligibilityRule rule = new EligibilityRule(name.get().text(), settings);
        Optional<EligibilityRules.Fault> fault = rules.faultOf(rule);
        if (fault.isEmpty()) {
            return Optional.of(rule);
        }
        Optional<String> setting = fault.get().setting();
        int line = setting.isEmpty()
                ? name.get().line()
                : with.map(given -> given.has(setting.get()) ? given.lineOf(setting.get()) : group.lineOf("with"))
                        .orElse(group.line());
        faults.add(
                line,
                "%s%s",
                setting.map(key -> key + ": ").orElse(""),
                fault.get().message());
        return Optional.empty();
    }
}
