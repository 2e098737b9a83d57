package org.jeongmun.pluginhost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of each plugin jar when it was tried: a start stops at the first that is refused, a survey goes on.
 *
 * @param found the plugins of all jars that are fine together
 * @param refused why each other jar is refused, by its name
 */
public record PluginSurvey(List<PluginDescription> found, Map<String, String> refused) {
    /** Copies the lists. */
    public PluginSurvey {
        found = List.copyOf(found);
        refused = new LinkedHashMap<>(refused);
    }

    /**
     * Tries the jars in their order; of two that cannot be together the later one is refused.
     *
     * @param jars the built-in ones and those of the operator's folder
     * @return what was found; no plugin is left loaded
     */
    @SuppressWarnings("try") // loading is the question, the plugins are not used
    public static PluginSurvey of(List<PluginJar> jars) {
        List<PluginJar> fine = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (PluginJar jar : jars) {
            List<PluginJar> together = new ArrayList<>(fine);
            together.add(jar);
            try (Plugins plugins = Plugins.load(together)) {
                fine = together;
            } catch (PluginsRefusedException reason) {
                refused.put(jar.name(), reason.getMessage());
            }
        }
        try (Plugins plugins = Plugins.load(fine)) {
            return new PluginSurvey(plugins.details(), refused);
        }
    }
}
