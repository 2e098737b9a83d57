package org.jeongmun.acceptance.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The example of the documentation, built as somebody else builds it: a copy of the project, far from ours, by its own
 * Maven build, to which nothing of the portal is published but the SPI and its contract tests. What else the build
 * needs comes from the local repository of ours, as if that were a server; no network is used.
 */
public final class ExampleProject {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String VERSION = "0.1.0";
    private static final String SETTINGS = """
            <settings><mirrors><mirror>
            <id>ours</id><mirrorOf>*</mirrorOf><url>%s</url>
            </mirror></mirrors></settings>
            """;

    private ExampleProject() {}

    /**
     * Builds it, tests included.
     *
     * @param folder empty, for the project and a repository of its own
     * @return the project's folder
     */
    public static Path build(Path folder) {
        Path example = folder.resolve("example");
        Path repository = folder.resolve("repository");
        copyTree(ROOT.resolve("plugins/example"), example);
        publish(repository);
        write(folder.resolve("settings.xml"), SETTINGS.formatted(ourRepository().toUri()));
        PortalJar.Ended ended = PortalJar.runToItsEnd(
                new ProcessBuilder(
                                maven(),
                                "-B",
                                "-ntp",
                                "-s",
                                folder.resolve("settings.xml").toString(),
                                "-Dmaven.repo.local=" + repository,
                                "verify")
                        .directory(example.toFile()),
                Map.of("MAVEN_OPTS", "-XX:TieredStopAtLevel=1"));
        assertEquals(0, ended.exitCode(), ended::toString);
        return example;
    }

    /** What {@code mvn install} of the two modules leaves in somebody's repository. */
    private static void publish(Path repository) {
        publishPom("jeongmun", ROOT, repository);
        publishPom("plugins", ROOT.resolve("plugins"), repository);
        for (String module : List.of("plugin-spi", "plugin-contract-tests")) {
            Path folder = ROOT.resolve("plugins").resolve(module);
            Path there = publishPom(module, folder, repository);
            String jar = module + "-" + VERSION + ".jar";
            copy(folder.resolve("target").resolve(jar), there.resolve(jar));
        }
    }

    private static Path publishPom(String module, Path folder, Path repository) {
        Path there = repository.resolve("org/jeongmun").resolve(module).resolve(VERSION);
        copy(folder.resolve("pom.xml"), there.resolve(module + "-" + VERSION + ".pom"));
        return there;
    }

    private static String maven() {
        String home = System.getProperty("acceptance.maven.home", "");
        return home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString();
    }

    private static Path ourRepository() {
        return Path.of(
                System.getProperty("acceptance.maven.repository", System.getProperty("user.home") + "/.m2/repository"));
    }

    private static void copyTree(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !from.relativize(file).startsWith("target"))
                    .forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
