package org.jeongmun.acceptance.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The one runnable file of the project, as a person at a terminal uses it. */
public final class PortalJar {
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private PortalJar() {}

    /**
     * What a command left behind.
     *
     * @param exitCode of the process
     * @param output its standard output
     * @param errors its standard error
     */
    public record Ended(int exitCode, String output, String errors) {
        /** @return the lines on standard error that say something */
        public List<String> errorLines() {
            return errors.lines().filter(line -> !line.isBlank()).toList();
        }

        /** @return everything that was said, for a message */
        @Override
        public String toString() {
            return "exit code %d%n--- output%n%s--- errors%n%s".formatted(exitCode, output, errors);
        }
    }

    /** @return the file that the build made */
    public static Path file() {
        Path jar = Path.of(System.getProperty("acceptance.portal.jar", "../launcher/target/portal.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("%s is missing: build it with `mvn package`.".formatted(jar));
        }
        return jar;
    }

    /** Runs a command to its end, whatever that is. */
    public static Ended run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs a command to its end with further environment variables. */
    public static Ended run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("-jar", file().toString()));
        command.addAll(List.of(arguments));
        return runToItsEnd(new ProcessBuilder(command), environment);
    }

    /** Runs any process to its end; it is ended by force when it takes unreasonably long. */
    public static Ended runToItsEnd(ProcessBuilder builder, Map<String, String> environment) {
        Path output = temporary("out");
        Path errors = temporary("err");
        builder.environment().putAll(environment);
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
        try {
            Process process = builder.start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("%s does not end; it said:%n%s%s"
                            .formatted(builder.command(), Files.readString(output), Files.readString(errors)));
                }
                return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
            } finally {
                endByForce(process);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            Folders.delete(output);
            Folders.delete(errors);
        }
    }

    /* It has ended by itself, unless it takes too long or this test is cut off. */
    private static void endByForce(Process process) {
        if (process.isAlive()) {
            Processes.endAll(Processes.treeOf(process.toHandle()));
        }
    }

    /**
     * How this test's own Java is called. What is built here lives for a minute or two: Java's second compiler would
     * take as much of the machine as all the rest and be finished when the test is.
     */
    static List<String> java() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1");
    }

    /** Writes a file that a command is to read. */
    public static Path fileOf(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path temporary(String suffix) {
        try {
            return Files.createTempFile("jeongmun-command-", "." + suffix);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
