package org.jeongmun.launcher.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.supply.Vaccine;

/** Reads what a campaign file says under {@code vaccines}. */
final class VaccinesReader {
    private static final Set<String> KEYS = Set.of("id", "label", "doses", "interval");
    private static final Set<String> INTERVAL_KEYS = Set.of("minDays", "targetDays", "maxDays");
    private static final int MOST_DAYS = 3_650;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LABEL = 200;

    private final Faults faults;
    private final List<Vaccine> vaccines = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    VaccinesReader(Faults faults) {
        this.faults = faults;
    }

    void read(List<YamlNode> items) {
        for (YamlNode item : items) {
            Group.of(item, "a vaccine", faults).ifPresent(this::readOne);
        }
    }

    /** @return the vaccines without a fault */
    List<Vaccine> vaccines() {
        return vaccines;
    }

    /** @return whether a vaccine of that id is there, be it with faults of its own */
    boolean names(String id) {
        return named.contains(id);
    }

    private void readOne(Group group) {
        int before = faults.count();
        group.refuseAllBut(KEYS);
        group.required("id");
        Optional<String> id = group.line("id", LONGEST_NAME);
        if (id.isPresent() && !named.add(id.get())) {
            faults.add(group.lineOf("id"), "Two vaccines are called %s. Rename one of them.", Quoted.of(id.get()));
        }
        Optional<LocalizedText> label = group.group("label").flatMap(this::label);
        // Doses that cannot be read are no reason to doubt an interval that can.
        int doses = group.number("doses", 1, 2, group.has("doses") && group.has("interval") ? 2 : 1);
        Optional<Vaccine.Interval> interval = interval(group, doses);
        if (faults.count() == before && id.isPresent()) {
            vaccines.add(new Vaccine(id.get(), label, interval));
        }
    }

    private Optional<LocalizedText> label(Group label) {
        label.refuseAllBut(Set.of("ko", "en"));
        label.required("ko");
        label.required("en");
        Optional<String> ko = label.line("ko", LONGEST_LABEL);
        Optional<String> en = label.line("en", LONGEST_LABEL);
        return ko.isPresent() && en.isPresent() ? Optional.of(new LocalizedText(ko.get(), en.get())) : Optional.empty();
    }

    private Optional<Vaccine.Interval> interval(Group vaccine, int doses) {
        if (doses == 1 && vaccine.has("interval")) {
            faults.add(
                    vaccine.lineOf("interval"), "A vaccine of one dose has no interval. Remove it, or write doses: 2.");
            return Optional.empty();
        }
        if (doses == 2 && !vaccine.has("interval")) {
            faults.add(
                    vaccine.line(),
                    "A vaccine of two doses has an interval."
                            + " Add interval: { minDays: 21, targetDays: 28, maxDays: 42 }, with its own numbers.");
            return Optional.empty();
        }
        return vaccine.group("interval").flatMap(this::interval);
    }

    private Optional<Vaccine.Interval> interval(Group interval) {
        interval.refuseAllBut(INTERVAL_KEYS);
        INTERVAL_KEYS.forEach(interval::required);
        int min = interval.number("minDays", 1, MOST_DAYS, 1);
        int target = interval.number("targetDays", 1, MOST_DAYS, min);
        int max = interval.number("maxDays", 1, MOST_DAYS, target);
        if (min > target || target > max) {
            faults.add(
                    interval.line(),
                    "The interval is not in order. Write minDays no more than targetDays, and that no"
                            + " more than maxDays.");
            return Optional.empty();
        }
        return Optional.of(new Vaccine.Interval(min, target, max));
    }
}
