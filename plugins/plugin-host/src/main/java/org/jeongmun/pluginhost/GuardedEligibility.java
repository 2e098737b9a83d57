package org.jeongmun.pluginhost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.eligibility.EligibilityCheck;
import org.jeongmun.eligibility.Rosters;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.EligibilityPlugin;

/**
 * Asks the plugins which cohorts somebody belongs to, all plugins at once and each within its limits. A plugin that
 * throws, hangs, answers nothing or is missing leaves a cohort undetermined, unless other rules decide about it clearly.
 * Safe for many threads.
 */
@ApplicationScoped
public class GuardedEligibility implements EligibilityCheck {
    private final Plugins plugins;
    private final Guard guard;
    private final PluginCounts counts;
    private final Rosters rosters;
    private final GuardedCalls calls;
    private final CohortRules rules;
    private final Turns turns = new Turns(Lane.PLACES);

    /** For the container's proxy. */
    GuardedEligibility() {
        this(null, null, null, null);
    }

    /** @param plugins stay open for as long as this is used */
    @Inject
    GuardedEligibility(Plugins plugins, Guard guard, PluginCounts counts, Rosters rosters) {
        this.plugins = plugins;
        this.guard = guard;
        this.counts = counts;
        this.rosters = rosters;
        FailureLog log = new FailureLog();
        this.calls = new GuardedCalls(System::nanoTime, log);
        this.rules = new CohortRules(log);
    }

    @Override
    public Eligibility check(Applicant applicant, OpeningSchedule schedule) {
        return turns.ask(() -> asked(applicant, schedule), () -> unasked(schedule));
    }

    private Eligibility asked(Applicant applicant, OpeningSchedule schedule) {
        List<Question> questions = new ArrayList<>();
        byName(schedule).forEach((name, rules) -> questions.add(ask(name, rules, applicant)));
        Map<EligibilityRule, Belonging> answers = new HashMap<>();
        for (Question question : questions) {
            question.await().forEach((rule, outcome) -> {
                counts.count(question.name(), outcome);
                answers.put(rule, outcome.belonging());
            });
        }
        return eligibility(schedule, answers);
    }

    private static Eligibility eligibility(OpeningSchedule schedule, Map<EligibilityRule, Belonging> answers) {
        Set<CohortId> in = new HashSet<>();
        Set<CohortId> undetermined = new HashSet<>();
        for (Cohort cohort : schedule.cohorts()) {
            Belonging belonging = cohort.rule().of(rule -> answers.getOrDefault(rule, Belonging.UNCLEAR));
            if (belonging == Belonging.YES) {
                in.add(cohort.id());
            } else if (belonging == Belonging.UNCLEAR) {
                undetermined.add(cohort.id());
            }
        }
        return new Eligibility(in, undetermined);
    }

    private Eligibility unasked(OpeningSchedule schedule) {
        rules(schedule).forEach(rule -> counts.count(rule.name(), PluginOutcome.BUSY));
        return eligibility(schedule, Map.of());
    }

    /** Each once, however many cohorts are made of it. */
    private static Stream<EligibilityRule> rules(OpeningSchedule schedule) {
        return schedule.cohorts().stream()
                .flatMap(cohort -> cohort.rule().rules())
                .distinct();
    }

    private static Map<String, List<EligibilityRule>> byName(OpeningSchedule schedule) {
        return rules(schedule)
                .collect(Collectors.groupingBy(EligibilityRule::name, LinkedHashMap::new, Collectors.toList()));
    }

    private Question ask(String name, List<EligibilityRule> all, Applicant applicant) {
        return plugins.eligibility(name)
                .map(plugin -> new Question(name, all, start(plugin, all, applicant)))
                .orElseGet(() -> new Question(name, all, GuardedCalls.Pending.failedAlready(PluginOutcome.MISSING)));
    }

    private GuardedCalls.Pending<Map<EligibilityRule, PluginOutcome>> start(
            LoadedPlugin<EligibilityPlugin> plugin, List<EligibilityRule> all, Applicant applicant) {
        ApplicantFacts facts = new ApplicantFacts(applicant.birthDate());
        return calls.start(plugin.id(), guard::verdict, () -> {
            Map<EligibilityRule, PluginOutcome> outcomes = new LinkedHashMap<>();
            try (LentRosters lent = new LentRosters(rosters, applicant.key())) {
                all.forEach(rule -> outcomes.put(rule, rules.outcome(plugin, rule, facts, lent)));
            }
            return outcomes;
        });
    }

    /** All rules of one plugin, asked in one call. */
    private record Question(
            String name,
            List<EligibilityRule> rules,
            GuardedCalls.Pending<Map<EligibilityRule, PluginOutcome>> pending) {
        Map<EligibilityRule, PluginOutcome> await() {
            GuardedCalls.Result<Map<EligibilityRule, PluginOutcome>> result = pending.await();
            if (result.value() != null) {
                return result.value();
            }
            return rules.stream().collect(Collectors.toMap(rule -> rule, rule -> result.failure()));
        }
    }
}
