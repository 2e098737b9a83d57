package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.Rosters.Listing;

/**
 * The rules that the plugins of this installation bring. Needs no container and sets no time limit: an operator waits
 * for the answer and sees when it does not come. Safe for many threads.
 */
public final class PluginEligibilityRules implements EligibilityRules {
    private final Plugins plugins;
    private final CohortRules rules = new CohortRules(new FailureLog());

    /** @param plugins stay open for as long as this is used */
    public PluginEligibilityRules(Plugins plugins) {
        this.plugins = requireNonNull(plugins, "plugins");
    }

    @Override
    public Optional<Fault> faultOf(EligibilityRule rule) {
        Optional<LoadedPlugin<EligibilityPlugin>> plugin = plugins.eligibility(rule.name());
        if (plugin.isEmpty()) {
            return Optional.of(new Fault(Optional.empty(), noSuchRule(rule)));
        }
        try {
            if (plugin.get().call(each -> each.rule(rule.settings())) == null) {
                return Optional.of(new Fault(Optional.empty(), broken(plugin.get(), "made no rule")));
            }
            return Optional.empty();
        } catch (InvalidSettingsException e) {
            return Optional.of(new Fault(Optional.of(e.key()), inOneLine(e.problem() + " " + e.remedy())));
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(new Fault(Optional.empty(), broken(plugin.get(), "threw " + e)));
        }
    }

    /** Nobody is known by name here, so every roster is unknown. */
    @Override
    public Belonging answer(EligibilityRule rule, LocalDate birthDate) {
        return plugins.eligibility(rule.name())
                .map(plugin -> rules.outcome(plugin, rule, new ApplicantFacts(birthDate), roster -> Listing.UNKNOWN)
                        .belonging())
                .orElse(Belonging.UNCLEAR);
    }

    private String noSuchRule(EligibilityRule rule) {
        String known = plugins.eligibilityIds().stream().map(Object::toString).collect(Collectors.joining(", "));
        return "No plugin brings the rule '%s'. Write one of: %s; or add its jar to the folder of plugins."
                .formatted(rule.name(), known.isEmpty() ? "(none)" : known);
    }

    private static String broken(LoadedPlugin<?> plugin, String what) {
        return inOneLine("The plugin '%s' in %s %s. Ask its author.".formatted(plugin.id(), plugin.jar(), what));
    }

    private static String inOneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
