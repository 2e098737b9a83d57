package org.jeongmun.acceptance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every class that we ship. Modules are read from their own folders, because the archives hold other people's classes
 * too and the class path holds the tests; plugins are read as the jars they travel in, with the libraries they carry.
 */
final class PortalClasses {
    private static final List<String> MODULES = List.of(
            "domain",
            "plugins/plugin-spi",
            "plugins/plugin-host",
            "deployment/lock",
            "portal-web",
            "deployment/outer-lock",
            "deployment/doors",
            "deployment/launcher");
    private static final String CONTRACT_TESTS = "plugins/plugin-contract-tests";
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private static final JavaClasses ALL = new ClassFileImporter()
            .importLocations(Stream.concat(
                            MODULES.stream().map(PortalClasses::classesOf),
                            plugins().stream().map(PortalClasses::archiveOf))
                    .toList());

    private PortalClasses() {}

    /** @return all of them, read once */
    static JavaClasses all() {
        return ALL;
    }

    /** @return the folder with {@code pom.xml} and {@code .mvn}, from whichever module the tests were started */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("No folder above this one has a .mvn folder; run inside the project.");
            }
        }
        return folder;
    }

    /** @return the folders of the plugins that ship, by the list of modules, so that a new one is judged as well */
    static List<String> plugins() {
        try {
            return MODULE.matcher(Files.readString(root().resolve("plugins/pom.xml")))
                    .results()
                    .map(module -> "plugins/" + module.group(1))
                    .filter(module -> !MODULES.contains(module) && !module.equals(CONTRACT_TESTS))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Location classesOf(String module) {
        return Location.of(root().resolve(module).resolve("target").resolve("classes"));
    }

    private static Location archiveOf(String plugin) {
        Path target = root().resolve(plugin).resolve("target");
        try (Stream<Path> archives = Files.list(target)) {
            // Maven's shade plugin leaves the jar without its libraries beside the one that ships.
            Path archive = archives.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith("original-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No jar is in %s; run Maven as far as package first.".formatted(target)));
            return Location.of(new JarFile(archive.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
