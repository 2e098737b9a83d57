package org.jeongmun.web.lookup;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jeongmun.pluginhost.Plugins;
import org.jeongmun.pluginhost.PluginsRefusedException;

/** Has the plugins loaded before anything else starts. Declared in {@code web.xml} as the first listener. */
public final class PluginLifecycle implements ServletContextListener {
    private static final Logger LOG = System.getLogger(PluginLifecycle.class.getName());

    private final InstalledPlugins installed;

    @Inject
    PluginLifecycle(InstalledPlugins installed) {
        this.installed = installed;
    }

    /** @throws PluginsRefusedException to stop the deployment; its message is for the operator */
    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Plugins plugins = installed.load(event.getServletContext());
            plugins.descriptions().forEach(plugin -> LOG.log(Level.INFO, "plugins.loaded plugin={0}", plugin));
        } catch (PluginsRefusedException refused) {
            LOG.log(Level.ERROR, "plugins.refused reason={0}", refused.getMessage());
            throw refused;
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        installed.close();
    }
}
