package org.jeongmun.pluginhost;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.Rosters;
import org.jeongmun.spi.Verdict;

/** The rules made from settings, kept from one applicant to the next. Runs on the guard's threads. */
final class CohortRules {
    /** More than any campaign has; when schedule after schedule has filled it, it starts anew. */
    private static final int MOST = 1_000;

    private final Map<EligibilityRule, CohortRule> made = new ConcurrentHashMap<>();
    private final FailureLog log;

    CohortRules(FailureLog log) {
        this.log = log;
    }

    /** @return the verdict on one person, or why there is none; never an exception */
    PluginOutcome outcome(
            LoadedPlugin<EligibilityPlugin> plugin, EligibilityRule settings, ApplicantFacts facts, Rosters rosters) {
        try {
            CohortRule rule = rule(plugin, settings);
            if (rule == null) {
                return PluginOutcome.NOTHING;
            }
            return outcomeOf(plugin.call(each -> rule.evaluate(facts, rosters)));
        } catch (InvalidSettingsException e) {
            return PluginOutcome.INVALID_SETTINGS;
        } catch (Throwable e) { // also an Error, such as an endless recursion: one rule's bug is no other cohort's
            log.tell(plugin.id(), PluginOutcome.THREW, e);
            return PluginOutcome.THREW;
        }
    }

    /**
     * Two threads may make the same rule; a lock would let one hanging plugin hold up its own other threads for good.
     */
    private CohortRule rule(LoadedPlugin<EligibilityPlugin> plugin, EligibilityRule settings)
            throws InvalidSettingsException {
        CohortRule known = made.get(settings);
        if (known != null) {
            return known;
        }
        CohortRule rule = plugin.call(each -> each.rule(settings.settings()));
        if (rule != null) {
            if (made.size() >= MOST) {
                made.clear();
            }
            made.put(settings, rule);
        }
        return rule;
    }

    private static PluginOutcome outcomeOf(Verdict verdict) {
        if (verdict instanceof Verdict.Member) {
            return PluginOutcome.MEMBER;
        }
        if (verdict instanceof Verdict.NotMember) {
            return PluginOutcome.NOT_MEMBER;
        }
        return verdict == null ? PluginOutcome.NOTHING : PluginOutcome.UNDETERMINED;
    }
}
