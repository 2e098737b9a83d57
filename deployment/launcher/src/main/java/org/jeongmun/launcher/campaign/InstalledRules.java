package org.jeongmun.launcher.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.pluginhost.PluginEligibilityRules;
import org.jeongmun.pluginhost.PluginJar;
import org.jeongmun.pluginhost.PluginJars;
import org.jeongmun.pluginhost.Plugins;
import org.jeongmun.pluginhost.PluginsRefusedException;
import org.jeongmun.schedule.EligibilityRule;

/** The eligibility rules that this portal.jar brings, and those of the operator's folder of plugins. */
public final class InstalledRules implements EligibilityRules, AutoCloseable {
    private static final String WAR = "/org/jeongmun/launcher/ROOT.war";

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
        try {
            List<PluginJar> jars = new ArrayList<>(builtIn());
            folder.map(PluginJars::inFolder).ifPresent(jars::addAll);
            return new InstalledRules(Plugins.load(jars));
        } catch (PluginsRefusedException refused) {
            throw CommandFailure.wrongUsage(refused.getMessage());
        }
    }

    @Override
    public Optional<Fault> faultOf(EligibilityRule rule) {
        return rules.faultOf(rule);
    }

    @Override
    public void close() {
        plugins.close();
    }

    private static List<PluginJar> builtIn() {
        try (InputStream war = InstalledRules.class.getResourceAsStream(WAR)) {
            if (war == null) {
                throw CommandFailure.notThere("portal.jar is damaged: ROOT.war is not in it. Build it again.");
            }
            return PluginJars.inWar(war);
        } catch (IOException unreadable) {
            throw CommandFailure.notThere("portal.jar is damaged: ROOT.war cannot be read. Build it again.");
        }
    }
}
