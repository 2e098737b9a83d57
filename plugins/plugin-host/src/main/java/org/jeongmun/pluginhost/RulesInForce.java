package org.jeongmun.pluginhost;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * The rules of one schedule, by plugin, with what they have said so far. A rule is a pure function of its settings and
 * a birth date, so whoever was born on the same day gets the same verdict, and thousands who come at once need not wait
 * for the same call thousands of times. Kept is what was clear and came from no roster. A schedule that was read anew
 * begins with nothing. Safe for many threads.
 */
final class RulesInForce {
    /**
     * One for each plugin and day, of which there are some 40,000; when there are more, all are forgotten and asked
     * again.
     */
    private static final int MOST = 100_000;

    private final OpeningSchedule schedule;
    private final Map<String, List<EligibilityRule>> byPlugin;
    private final Map<Asked, Map<EligibilityRule, PluginOutcome>> said = new ConcurrentHashMap<>();

    /** All rules of one plugin, asked about somebody. */
    private record Asked(String plugin, LocalDate bornOn) {}

    /** Each rule once, however many cohorts are made of it. */
    RulesInForce(OpeningSchedule schedule) {
        this.schedule = schedule;
        this.byPlugin = schedule.cohorts().stream()
                .flatMap(cohort -> cohort.rule().rules())
                .distinct()
                .collect(Collectors.groupingBy(EligibilityRule::name, LinkedHashMap::new, Collectors.toList()));
    }

    /** @return whether these are the rules of that very reading of the schedule */
    boolean areOf(OpeningSchedule other) {
        return schedule == other;
    }

    /** @return the rules by the id of the plugin that has them, in the order of the campaign file */
    Map<String, List<EligibilityRule>> byPlugin() {
        return byPlugin;
    }

    /**
     * @return what the rules of a plugin say of everybody who was born on that day; {@code null} when it must be asked
     */
    Map<EligibilityRule, PluginOutcome> said(String plugin, LocalDate bornOn) {
        return said.get(new Asked(plugin, bornOn));
    }

    /** Keeps what a plugin has said without looking into a roster, if all of it is clear. */
    void keep(String plugin, LocalDate bornOn, Map<EligibilityRule, PluginOutcome> outcomes) {
        if (outcomes.values().stream().allMatch(PluginOutcome::isClear)) {
            if (said.size() >= MOST) {
                said.clear();
            }
            said.put(new Asked(plugin, bornOn), Map.copyOf(outcomes));
        }
    }
}
