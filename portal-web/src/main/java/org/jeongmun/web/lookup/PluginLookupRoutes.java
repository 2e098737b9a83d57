package org.jeongmun.web.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.jeongmun.pluginhost.Plugins;
import org.jeongmun.web.gate.LookupRoutes;

/** The exact paths of all look-up plugins, for the gate's list. */
@ApplicationScoped
class PluginLookupRoutes implements LookupRoutes {
    private final Plugins plugins;

    /** For the container's proxy. */
    PluginLookupRoutes() {
        this(null);
    }

    @Inject
    PluginLookupRoutes(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        plugins.lookupPaths()
                .forEach((id, declared) -> declared.forEach(path -> paths.add(LookupPath.PREFIX + id + "/" + path)));
        return paths;
    }
}
