package org.jeongmun.web.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jeongmun.pluginhost.PluginJar;
import org.jeongmun.pluginhost.PluginJars;
import org.jeongmun.pluginhost.Plugins;
import org.jeongmun.web.config.Setting;

/**
 * Holds the plugins from the start of the application to its end. They are loaded by {@link PluginLifecycle}, which
 * alone has the application's files: the container's own bean of them works only during requests.
 */
@Singleton
final class InstalledPlugins {
    private static final String BUILT_IN = "/" + PluginJars.FOLDER_IN_WAR;

    private Plugins plugins;

    /**
     * Loads the built-in plugins and those of the operator's folder.
     *
     * @throws org.jeongmun.pluginhost.PluginsRefusedException if a jar is not what it should be
     */
    synchronized Plugins load(ServletContext application) {
        plugins = Plugins.load(jars(application, Setting.PLUGINS.value().map(Path::of)));
        return plugins;
    }

    synchronized void close() {
        if (plugins != null) {
            plugins.close();
            plugins = null;
        }
    }

    private synchronized Plugins loaded() {
        if (plugins == null) {
            throw new IllegalStateException(
                    "The plugins are not loaded: PluginLifecycle is the first listener in web.xml.");
        }
        return plugins;
    }

    private static List<PluginJar> jars(ServletContext application, Optional<Path> folder) {
        List<PluginJar> jars = new ArrayList<>();
        Set<String> builtIn = application.getResourcePaths(BUILT_IN);
        for (String path : new TreeSet<>(builtIn == null ? Set.of() : builtIn)) {
            if (path.endsWith(".jar")) {
                jars.add(read(application, path));
            }
        }
        folder.map(PluginJars::inFolder).ifPresent(jars::addAll);
        return jars;
    }

    private static PluginJar read(ServletContext application, String path) {
        try (InputStream stream = application.getResourceAsStream(path)) {
            return PluginJar.read(path, stream);
        } catch (IOException failure) {
            throw new UncheckedIOException("The built-in plugin %s cannot be read.".formatted(path), failure);
        }
    }

    /** Hands the loaded plugins to those who ask for them. */
    @ApplicationScoped
    static class Producer {
        @Produces
        @Singleton
        Plugins plugins(InstalledPlugins installed) {
            return installed.loaded();
        }
    }
}
