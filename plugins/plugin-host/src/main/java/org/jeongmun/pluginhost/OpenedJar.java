package org.jeongmun.pluginhost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jeongmun.spi.PluginId;

/** A plugin jar that passed the scan, as a private temporary copy with a class loader of its own. */
final class OpenedJar implements AutoCloseable {
    private final String name;
    private final Path copy;
    private final PluginClassLoader loader;
    private final String version;
    private int found;

    private OpenedJar(String name, String version, Path copy, PluginClassLoader loader) {
        this.name = name;
        this.version = version;
        this.copy = copy;
        this.loader = loader;
    }

    static OpenedJar open(PluginJar jar) {
        try {
            // The folder as the property names it now: createTempFile alone stays with its value of the first call.
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            Path copy = Files.createTempFile(folder, "jeongmun-plugin-", ".jar");
            // Also when a signal or System.exit ends the process before it has closed its plugins.
            copy.toFile().deleteOnExit();
            try {
                jar.writeTo(copy);
                String version = refuseDoors(jar.name(), copy);
                return new OpenedJar(
                        jar.name(),
                        version,
                        copy,
                        new PluginClassLoader(jar.name(), copy.toUri().toURL()));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(copy);
                throw e;
            }
        } catch (IOException e) {
            throw new PluginsRefusedException(
                    "The plugin jar %s cannot be read (%s). Replace it or take it away."
                            .formatted(jar.name(), e.getMessage()),
                    e);
        }
    }

    /** @return the version that the jar says it has */
    private static String refuseDoors(String name, Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            List<String> findings = JarScan.findings(jar);
            if (!findings.isEmpty()) {
                throw new PluginsRefusedException(
                        "The plugin jar %s is refused: %s. A plugin answers through the SPI alone; remove these or the jar."
                                .formatted(name, String.join("; ", findings)));
            }
            return versionOf(jar.getManifest());
        }
    }

    private static String versionOf(Manifest manifest) {
        String version =
                manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        return version == null ? "" : version;
    }

    /** Creates the plugins of one kind that the jar registers for {@link ServiceLoader}. */
    <P> List<LoadedPlugin<P>> plugins(Class<P> kind, Function<P, PluginId> id) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            List<LoadedPlugin<P>> plugins = new ArrayList<>();
            for (P plugin : ServiceLoader.load(kind, loader)) {
                plugins.add(new LoadedPlugin<>(id.apply(plugin), plugin, name, version));
            }
            found += plugins.size();
            return plugins;
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            throw new PluginsRefusedException(
                    "The plugin jar %s cannot be loaded: %s. Repair it or take it away.".formatted(name, e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void refuseIfEmpty() {
        if (found == 0) {
            throw new PluginsRefusedException(
                    "The plugin jar %s carries no plugin: nothing is registered in its META-INF/services."
                                    .formatted(name)
                            + " Register one, pack libraries into the plugin that needs them, or take it away.");
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // The end of the process deletes the copy; it is harmless until then.
        }
    }
}
