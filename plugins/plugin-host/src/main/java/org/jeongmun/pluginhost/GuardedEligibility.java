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
 * throws, hangs, answers nothing or is missing leaves a cohort undetermined, unless other rules decide about it
 * clearly. A plugin that has judged somebody born on the same day, without a roster, is not asked again ({@link
 * RulesInForce}). Safe for many threads.
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
    private volatile RulesInForce rulesInForce;

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
        RulesInForce inForce = rulesOf(schedule);
        Map<EligibilityRule, Belonging> answers = new HashMap<>();
        List<String> unsaid = new ArrayList<>();
        for (String name : inForce.byPlugin().keySet()) {
            Map<EligibilityRule, PluginOutcome> said = inForce.said(name, applicant.birthDate());
            if (said == null) {
                unsaid.add(name);
            } else {
                said.forEach((rule, outcome) -> {
                    counts.count(name, PluginOutcome.REPEATED);
                    answers.put(rule, outcome.belonging());
                });
            }
        }
        if (!unsaid.isEmpty()) {
            answers.putAll(turns.ask(() -> asked(unsaid, inForce, applicant), () -> unasked(unsaid, inForce)));
        }
        return eligibility(schedule, answers);
    }

    /**
     * Two threads that come first make two; and while some requests still go by the schedule of before, they and the
     * others forget what each other were told. That costs calls, for a moment, and no verdict.
     */
    private RulesInForce rulesOf(OpeningSchedule schedule) {
        RulesInForce known = rulesInForce;
        if (known == null || !known.areOf(schedule)) {
            known = new RulesInForce(schedule);
            rulesInForce = known;
        }
        return known;
    }

    private Map<EligibilityRule, Belonging> asked(List<String> names, RulesInForce inForce, Applicant applicant) {
        List<Question> questions = names.stream()
                .map(name -> ask(name, inForce.byPlugin().get(name), applicant))
                .toList();
        Map<EligibilityRule, Belonging> answers = new HashMap<>();
        for (Question question : questions) {
            Said said = question.await();
            said.outcomes().forEach((rule, outcome) -> {
                counts.count(question.name(), outcome);
                answers.put(rule, outcome.belonging());
            });
            if (!said.ofOnePerson()) {
                inForce.keep(question.name(), applicant.birthDate(), said.outcomes());
            }
        }
        return answers;
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

    private Map<EligibilityRule, Belonging> unasked(List<String> names, RulesInForce inForce) {
        names.forEach(name -> inForce.byPlugin().get(name).forEach(rule -> counts.count(name, PluginOutcome.BUSY)));
        return Map.of();
    }

    private Question ask(String name, List<EligibilityRule> all, Applicant applicant) {
        return plugins.eligibility(name)
                .map(plugin -> new Question(name, all, start(plugin, all, applicant)))
                .orElseGet(() -> new Question(name, all, GuardedCalls.Pending.failedAlready(PluginOutcome.MISSING)));
    }

    private GuardedCalls.Pending<Said> start(
            LoadedPlugin<EligibilityPlugin> plugin, List<EligibilityRule> all, Applicant applicant) {
        ApplicantFacts facts = new ApplicantFacts(applicant.birthDate());
        return calls.start(plugin.id(), guard::verdict, () -> {
            Map<EligibilityRule, PluginOutcome> outcomes = new LinkedHashMap<>();
            try (LentRosters lent = new LentRosters(rosters, applicant.key())) {
                all.forEach(rule -> outcomes.put(rule, rules.outcome(plugin, rule, facts, lent)));
                return new Said(outcomes, lent.wereAsked());
            }
        });
    }

    /**
     * What the rules of one plugin came to.
     *
     * @param ofOnePerson whether a roster was looked into for it, so that it holds for nobody else
     */
    private record Said(Map<EligibilityRule, PluginOutcome> outcomes, boolean ofOnePerson) {}

    /** All rules of one plugin, asked in one call. */
    private record Question(String name, List<EligibilityRule> rules, GuardedCalls.Pending<Said> pending) {
        Said await() {
            GuardedCalls.Result<Said> result = pending.await();
            if (result.value() != null) {
                return result.value();
            }
            return new Said(rules.stream().collect(Collectors.toMap(rule -> rule, rule -> result.failure())), true);
        }
    }
}
