package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.WindowId;

/**
 * Reads a window that comes round once a day, each day for those of its cohort whose day it is, and makes of it one
 * booking window for each day. Whoever looks at the schedule afterwards sees those alone.
 */
final class RotationReader {
    /** What a rotation has beside the keys of every window. */
    static final Set<String> KEYS = Set.of("rotate", "days");

    private final Optional<ZoneId> zone;
    private final CohortsReader cohorts;
    private final EligibilityRules rules;
    private final Faults faults;
    private final Map<CohortId, Cohort> ofOneDay = new LinkedHashMap<>();

    RotationReader(Optional<ZoneId> zone, CohortsReader cohorts, EligibilityRules rules, Faults faults) {
        this.zone = zone;
        this.cohorts = cohorts;
        this.rules = rules;
        this.faults = faults;
    }

    /** @return the parts of cohorts that have a day of their own, each once */
    List<Cohort> ofOneDay() {
        return List.copyOf(ofOneDay.values());
    }

    /** @return one turn for each day; none, with a fault, when they cannot be made */
    List<Turn> turns(Group window, Optional<WindowId> id, Optional<CohortId> cohort) {
        int before = faults.count();
        Optional<Rotation> rotation = rotation(window);
        Optional<List<LocalDate>> days =
                window.required("days").flatMap(text -> faults.read("days", text, WrittenDays::parsed));
        Optional<WrittenHour> opens = hour(window.required("opens"), "opens");
        Optional<WrittenHour> closes = hour(window.required("closes"), "closes");
        Optional<WrittenHour> checkIn = hour(window.optional("checkIn"), "checkIn");
        Optional<Cohort> all = cohort.flatMap(cohorts::cohort);
        if (faults.count() > before || id.isEmpty() || all.isEmpty()) {
            return List.of();
        }
        Map<String, Cohort> parts = parts(window, rotation.orElseThrow(), all.get(), days.orElseThrow());
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Turn> turns = new ArrayList<>();
        for (LocalDate day : days.get()) {
            CohortId whose = parts.get(rotation.get().dayOf(day)).id();
            windowId(window, id.get(), day)
                    .flatMap(each -> turn(window, each, whose, day, opens.orElseThrow(), closes.orElseThrow(), checkIn))
                    .ifPresent(turns::add);
        }
        return turns;
    }

    private Optional<Rotation> rotation(Group window) {
        window.required("rotate");
        Optional<Rotation> rotation = window.choice("rotate", Rotation.BY_WORD);
        rotation.flatMap(each -> rules.faultOf(each.ruleOf("0")))
                .ifPresent(fault -> faults.add(window.lineOf("rotate"), "%s", fault.message()));
        return rotation;
    }

    private Optional<WrittenHour> hour(Optional<YamlNode.Scalar> text, String key) {
        return text.flatMap(given -> faults.read(key, given, WrittenHour::parsed));
    }

    /** @return for each rotation day those whose it is; nothing, with a fault, when somebody has none */
    private Map<String, Cohort> parts(Group window, Rotation rotation, Cohort all, List<LocalDate> days) {
        Map<String, Cohort> parts = new LinkedHashMap<>();
        try {
            days.stream().map(rotation::dayOf).forEach(day -> parts.put(day, rotation.ofDay(all, day)));
        } catch (IllegalArgumentException tooLong) {
            faults.add(window.lineOf("cohort"), "cohort %s: its id is too long to be made longer by a day.", all.id());
            return Map.of();
        }
        for (Cohort part : parts.values()) {
            if (cohorts.names(part.id())) {
                faults.add(
                        window.lineOf("rotate"),
                        "A cohort is called %s, and so are those whose turn a rotation makes. Rename the cohort.",
                        part.id());
            }
        }
        Optional<String> leftOut = PeopleLeftOut.by(all, parts.values(), days.get(days.size() - 1), rules);
        leftOut.ifPresent(who -> faults.add(window.lineOf("days"), "No day of this rotation is for %s.", who));
        parts.values().forEach(part -> ofOneDay.put(part.id(), part));
        return leftOut.isPresent() ? Map.of() : parts;
    }

    private Optional<WindowId> windowId(Group window, WindowId id, LocalDate day) {
        try {
            return Optional.of(new WindowId(id + "-" + day));
        } catch (IllegalArgumentException tooLong) {
            faults.add(window.lineOf("id"), "id %s: it is too long to be made longer by a date. Shorten it.", id);
            return Optional.empty();
        }
    }

    private Optional<Turn> turn(
            Group window,
            WindowId id,
            CohortId cohort,
            LocalDate day,
            WrittenHour opens,
            WrittenHour closes,
            Optional<WrittenHour> checkIn) {
        try {
            ZoneId where = zone.orElse(java.time.ZoneOffset.UTC);
            Instant opensAt = WrittenTime.moment(opens.on(day), where);
            Instant closesAt = WrittenTime.moment(closes.on(day), where);
            Optional<Instant> checkInAt = Optional.empty();
            if (checkIn.isPresent()) {
                checkInAt = Optional.of(WrittenTime.moment(checkIn.get().on(day), where));
            }
            return Optional.of(new Turn(id, cohort, opensAt, closesAt, checkInAt));
        } catch (UnclearTimeException unclear) {
            faults.add(window.lineOf("days"), "%s: %s", day, unclear.getMessage());
            return Optional.empty();
        }
    }
}
