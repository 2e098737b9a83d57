package org.jeongmun.pluginhost;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jeongmun.spi.ClinicLookupPlugin;

/** The sub-paths that a look-up plugin declares: a finite list that goes into the route table as it is. */
final class LookupPaths {
    private LookupPaths() {}

    /** @throws PluginsRefusedException if there is none or one is misspelt */
    static SortedSet<String> declaredBy(LoadedPlugin<ClinicLookupPlugin> plugin) {
        Set<String> paths;
        try {
            paths = plugin.call(ClinicLookupPlugin::paths);
        } catch (RuntimeException | LinkageError e) {
            throw refused(plugin, "declares no paths (" + e + ")", e);
        }
        if (paths == null || paths.isEmpty()) {
            throw refused(plugin, "declares no paths", null);
        }
        for (String path : paths) {
            if (path == null || !ClinicLookupPlugin.isWellFormed(path)) {
                throw refused(plugin, "declares the path '" + path + "'", null);
            }
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    private static PluginsRefusedException refused(LoadedPlugin<?> plugin, String problem, Throwable cause) {
        return new PluginsRefusedException(
                "The plugin '%s' in %s %s. Declare exact sub-paths of lower-case ASCII segments such as v1/clinics."
                        .formatted(plugin.id(), plugin.jar(), problem),
                cause);
    }
}
