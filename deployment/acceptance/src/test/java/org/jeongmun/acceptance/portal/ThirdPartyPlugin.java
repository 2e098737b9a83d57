package org.jeongmun.acceptance.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jeongmun.spi.PluginId;

/**
 * The example of the documentation, built as somebody else would build it: outside the portal's build, with the
 * compiler of the JDK, against the SPI and nothing else.
 */
public final class ThirdPartyPlugin {
    private static final Path EXAMPLE =
            Path.of("../../plugins/example/src/main").toAbsolutePath().normalize();

    private ThirdPartyPlugin() {}

    /** @return a new folder with the plugin's jar; it is removed when the tests end */
    public static Path folder() {
        Path folder = Folders.create("third-party");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
        writeJar(folder.resolve("clinic-lookup-example.jar"));
        return folder;
    }

    private static void writeJar(Path jar) {
        Path classes = Folders.create("third-party-classes");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            compile(classes);
            add(classes, out);
            add(EXAMPLE.resolve("resources"), out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            Folders.delete(classes);
        }
    }

    private static void compile(Path classes) throws IOException {
        String spi = Path.of(PluginId.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-Xlint:all",
                "-Werror",
                "-encoding",
                "UTF-8",
                "-cp",
                spi,
                "-d",
                classes.toString()));
        try (Stream<Path> sources = Files.walk(EXAMPLE.resolve("java"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
    }

    private static void add(Path root, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(root.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
        }
    }

    /** @return a jar that no portal takes in, in that folder */
    public static Path hostileJar(Path folder) {
        Path jar = folder.resolve("hostile.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/resources/open.html"));
            out.write("open".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return jar;
    }
}
