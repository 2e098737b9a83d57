package org.jeongmun.pluginhost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Where plugin jars lie: inside the WAR, and in a folder that the operator names. */
public final class PluginJars {
    /** The folder of the WAR that holds the built-in plugins; no class loader of the server ever sees it. */
    public static final String FOLDER_IN_WAR = "WEB-INF/plugins/";

    private PluginJars() {}

    /**
     * Reads every {@code *.jar} directly inside a folder.
     *
     * @param folder the operator's folder of plugins
     * @return the jars in the order of their names; none for an empty folder
     * @throws PluginsRefusedException if the folder or a jar in it cannot be read
     */
    public static List<PluginJar> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PluginsRefusedException(
                    "portal.plugins: %s is not a folder. Create it or name another.".formatted(folder));
        }
        List<PluginJar> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(PluginJars::isJar).sorted().toList()) {
                jars.add(read(file));
            }
        } catch (IOException e) {
            throw new PluginsRefusedException(
                    "portal.plugins: %s cannot be read. Check its permissions.".formatted(folder), e);
        }
        return jars;
    }

    /**
     * Reads the built-in plugins out of a WAR that no container has deployed.
     *
     * @param war the bytes of the WAR, read to the end of the last entry and not closed
     * @return the jars below {@link #FOLDER_IN_WAR} in the order of the archive
     * @throws IOException if the WAR cannot be read
     */
    public static List<PluginJar> inWar(InputStream war) throws IOException {
        List<PluginJar> jars = new ArrayList<>();
        ZipInputStream zip = new ZipInputStream(war);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().startsWith(FOLDER_IN_WAR) && entry.getName().endsWith(".jar")) {
                jars.add(PluginJar.read(entry.getName(), zip));
            }
        }
        return jars;
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar") && Files.isRegularFile(file);
    }

    private static PluginJar read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return PluginJar.read(file.toString(), in);
        } catch (IOException e) {
            throw new PluginsRefusedException(
                    "The plugin jar %s cannot be read. Check its permissions.".formatted(file), e);
        }
    }
}
