package org.jeongmun.launcher.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.identity.Typed;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.Membership;

/** Reads what a campaign file says under {@code cohorts}. */
final class CohortsReader {
    private static final Set<String> KEYS = Set.of("id", "label", "rule", "with");
    private static final int LONGEST_LABEL = 200;

    private final MembershipReader memberships;
    private final Faults faults;
    private final List<Cohort> cohorts = new ArrayList<>();
    private final Set<CohortId> named = new HashSet<>();

    CohortsReader(EligibilityRules rules, Faults faults) {
        this.memberships = new MembershipReader(rules, faults);
        this.faults = faults;
    }

    void read(List<YamlNode> items) {
        for (YamlNode item : items) {
            Group.of(item, "a cohort", faults).ifPresent(this::readOne);
        }
    }

    /** @return the cohorts without a fault */
    List<Cohort> cohorts() {
        return cohorts;
    }

    /** @return whether a cohort of that id is there, be it with faults of its own */
    boolean names(CohortId id) {
        return named.contains(id);
    }

    /** @return the same; also where no cohort could be read, which is a fault already */
    boolean mayName(CohortId id) {
        return named.isEmpty() || names(id);
    }

    /** @return the cohort of that id, if it is without a fault */
    Optional<Cohort> cohort(CohortId id) {
        return cohorts.stream().filter(cohort -> cohort.id().equals(id)).findFirst();
    }

    private void readOne(Group group) {
        group.refuseAllBut(KEYS);
        Optional<CohortId> id = group.requiredId("id", CohortId::new);
        if (id.isPresent() && !named.add(id.get())) {
            faults.add(group.lineOf("id"), "Two cohorts are called %s. Rename one of them.", id.get());
        }
        Optional<LocalizedText> label = label(group);
        Optional<Membership> rule = memberships.of(group);
        if (id.isPresent() && label.isPresent() && rule.isPresent()) {
            cohorts.add(new Cohort(id.get(), label.get(), rule.get()));
        }
    }

    private Optional<LocalizedText> label(Group cohort) {
        if (!cohort.has("label")) {
            faults.add(cohort.line(), "a cohort has no label. Add it: { ko: \"…\", en: \"…\" }.");
            return Optional.empty();
        }
        Optional<Group> label = cohort.group("label");
        if (label.isEmpty()) {
            return Optional.empty();
        }
        label.get().refuseAllBut(Set.of("ko", "en"));
        Optional<String> ko = text(label.get(), "ko");
        Optional<String> en = text(label.get(), "en");
        return ko.isPresent() && en.isPresent() ? Optional.of(new LocalizedText(ko.get(), en.get())) : Optional.empty();
    }

    private Optional<String> text(Group label, String language) {
        Optional<YamlNode.Scalar> text = label.required(language);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String value = text.get().text();
        if (Typed.line(value, LONGEST_LABEL).isEmpty()) {
            faults.add(
                    text.get().line(),
                    "The label in %s is one line of at most %d characters. Shorten it.",
                    language,
                    LONGEST_LABEL);
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
