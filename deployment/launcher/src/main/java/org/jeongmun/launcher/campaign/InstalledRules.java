package org.jeongmun.launcher.campaign;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.plugin.InstalledPlugins;
import org.jeongmun.pluginhost.PluginEligibilityRules;
import org.jeongmun.pluginhost.Plugins;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.EligibilityRule;

/** The eligibility rules that this portal.jar brings, and those of the operator's folder of plugins. */
public final class InstalledRules implements EligibilityRules, AutoCloseable {
    private final Plugins plugins;
    private final EligibilityRules rules;

    private InstalledRules(Plugins plugins) {
        this.plugins = plugins;
        this.rules = new PluginEligibilityRules(plugins);
    }

    /**
     * Loads the plugins.
     *
     * @param folder further plugin jars
     * @throws CommandFailure exit code 2, when a plugin is refused
     */
    public static InstalledRules load(Optional<Path> folder) {
        return new InstalledRules(InstalledPlugins.load(folder));
    }

    @Override
    public Optional<Fault> faultOf(EligibilityRule rule) {
        return rules.faultOf(rule);
    }

    @Override
    public Belonging answer(EligibilityRule rule, LocalDate birthDate) {
        return rules.answer(rule, birthDate);
    }

    @Override
    public void close() {
        plugins.close();
    }
}
