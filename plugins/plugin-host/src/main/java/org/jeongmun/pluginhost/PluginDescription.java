package org.jeongmun.pluginhost;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.PluginId;

/**
 * What an operator wants to know of a plugin.
 *
 * @param id its name
 * @param version what its jar says; empty text when it says nothing
 * @param jar where it was found
 * @param settings a sentence for each setting of a cohort; empty for a look-up
 * @param paths the sub-paths below {@code /lookup/{id}/}; empty for a rule
 */
public record PluginDescription(
        PluginId id, String version, String jar, Map<String, String> settings, SortedSet<String> paths) {
    /** Copies what could change. */
    public PluginDescription {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    static PluginDescription ofRule(LoadedPlugin<EligibilityPlugin> plugin) {
        return new PluginDescription(
                plugin.id(), plugin.version(), plugin.jar(), settingsOf(plugin), Collections.emptySortedSet());
    }

    static PluginDescription ofLookup(LoadedPlugin<ClinicLookupPlugin> plugin, SortedSet<String> paths) {
        return new PluginDescription(plugin.id(), plugin.version(), plugin.jar(), Map.of(), paths);
    }

    /** A plugin that cannot say what its settings are is no less a plugin. */
    private static Map<String, String> settingsOf(LoadedPlugin<EligibilityPlugin> plugin) {
        try {
            Map<String, String> settings = plugin.call(EligibilityPlugin::settings);
            return settings == null ? Map.of() : settings;
        } catch (RuntimeException | LinkageError silent) {
            return Map.of();
        }
    }
}
