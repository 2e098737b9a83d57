package org.jeongmun.launcher.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.pluginhost.PluginJar;
import org.jeongmun.pluginhost.PluginJars;
import org.jeongmun.pluginhost.PluginSurvey;
import org.jeongmun.pluginhost.Plugins;
import org.jeongmun.pluginhost.PluginsRefusedException;

/** The plugins that this portal.jar brings, and those of the operator's folder. */
public final class InstalledPlugins {
    private static final String WAR = "/org/jeongmun/launcher/ROOT.war";

    private InstalledPlugins() {}

    /**
     * Loads them.
     *
     * @param folder further plugin jars
     * @return the plugins; the caller closes them
     * @throws CommandFailure exit code 2, when a plugin is refused
     */
    public static Plugins load(Optional<Path> folder) {
        try {
            List<PluginJar> jars = new ArrayList<>(builtIn());
            folder.map(PluginJars::inFolder).ifPresent(jars::addAll);
            return Plugins.load(jars);
        } catch (PluginsRefusedException refused) {
            throw CommandFailure.wrongUsage(refused.getMessage());
        }
    }

    /**
     * Tries every jar for itself and beside those that were found to be fine before it.
     *
     * @param folder further plugin jars
     * @return what was found and what was refused
     * @throws CommandFailure exit code 2, when the folder cannot be read
     */
    static PluginSurvey survey(Optional<Path> folder) {
        try {
            List<PluginJar> jars = new ArrayList<>(builtIn());
            folder.map(PluginJars::inFolder).ifPresent(jars::addAll);
            return PluginSurvey.of(jars);
        } catch (PluginsRefusedException refused) {
            throw CommandFailure.wrongUsage(refused.getMessage());
        }
    }

    private static List<PluginJar> builtIn() {
        try (InputStream war = InstalledPlugins.class.getResourceAsStream(WAR)) {
            if (war == null) {
                throw CommandFailure.notThere("portal.jar is damaged: ROOT.war is not in it. Build it again.");
            }
            return PluginJars.inWar(war);
        } catch (IOException unreadable) {
            throw CommandFailure.notThere("portal.jar is damaged: ROOT.war cannot be read. Build it again.");
        }
    }
}
