package org.jeongmun.pluginhost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.eligibility.EligibilityCheck;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.EligibilityPlugin;

/**
 * Asks the plugins which cohorts somebody belongs to, all plugins at once and each within its limits. A plugin that
 * throws, hangs, answers nothing or is missing leaves its cohorts undetermined. Safe for many threads.
 */
@ApplicationScoped
public class GuardedEligibility implements EligibilityCheck {
    private final Plugins plugins;
    private final Guard guard;
    private final PluginCounts counts;
    private final GuardedCalls calls;
    private final CohortRules rules;
    private final Turns turns = new Turns(Lane.PLACES);

    /** For the container's proxy. */
    GuardedEligibility() {
        this(null, null, null);
    }

    /** @param plugins stay open for as long as this is used */
    @Inject
    GuardedEligibility(Plugins plugins, Guard guard, PluginCounts counts) {
        this.plugins = plugins;
        this.guard = guard;
        this.counts = counts;
        FailureLog log = new FailureLog();
        this.calls = new GuardedCalls(System::nanoTime, log);
        this.rules = new CohortRules(log);
    }

    @Override
    public Eligibility check(Applicant applicant, OpeningSchedule schedule) {
        return turns.ask(() -> asked(applicant, schedule), () -> unasked(schedule));
    }

    private Eligibility asked(Applicant applicant, OpeningSchedule schedule) {
        ApplicantFacts facts = new ApplicantFacts(applicant.birthDate());
        List<Question> questions = new ArrayList<>();
        byRule(schedule).forEach((rule, cohorts) -> questions.add(ask(rule, cohorts, facts)));
        Set<CohortId> in = new HashSet<>();
        Set<CohortId> undetermined = new HashSet<>();
        for (Question question : questions) {
            question.await().forEach((cohort, outcome) -> {
                counts.count(question.rule(), outcome);
                if (outcome == PluginOutcome.MEMBER) {
                    in.add(cohort);
                } else if (outcome != PluginOutcome.NOT_MEMBER) {
                    undetermined.add(cohort);
                }
            });
        }
        return new Eligibility(in, undetermined);
    }

    private Eligibility unasked(OpeningSchedule schedule) {
        schedule.cohorts().forEach(cohort -> counts.count(cohort.rule().name(), PluginOutcome.BUSY));
        return new Eligibility(
                Set.of(), schedule.cohorts().stream().map(Cohort::id).collect(Collectors.toSet()));
    }

    private static Map<String, List<Cohort>> byRule(OpeningSchedule schedule) {
        return schedule.cohorts().stream()
                .collect(
                        Collectors.groupingBy(cohort -> cohort.rule().name(), LinkedHashMap::new, Collectors.toList()));
    }

    private Question ask(String rule, List<Cohort> cohorts, ApplicantFacts facts) {
        return plugins.eligibility(rule)
                .map(plugin -> new Question(rule, cohorts, start(plugin, cohorts, facts)))
                .orElseGet(
                        () -> new Question(rule, cohorts, GuardedCalls.Pending.failedAlready(PluginOutcome.MISSING)));
    }

    private GuardedCalls.Pending<Map<CohortId, PluginOutcome>> start(
            LoadedPlugin<EligibilityPlugin> plugin, List<Cohort> cohorts, ApplicantFacts facts) {
        return calls.start(plugin.id(), guard::verdict, () -> {
            Map<CohortId, PluginOutcome> outcomes = new LinkedHashMap<>();
            for (Cohort cohort : cohorts) {
                outcomes.put(cohort.id(), rules.outcome(plugin, cohort.rule(), facts));
            }
            return outcomes;
        });
    }

    /** All cohorts of one rule, asked in one call. */
    private record Question(
            String rule, List<Cohort> cohorts, GuardedCalls.Pending<Map<CohortId, PluginOutcome>> pending) {
        Map<CohortId, PluginOutcome> await() {
            GuardedCalls.Result<Map<CohortId, PluginOutcome>> result = pending.await();
            if (result.value() != null) {
                return result.value();
            }
            return cohorts.stream().collect(Collectors.toMap(Cohort::id, cohort -> result.failure()));
        }
    }
}
