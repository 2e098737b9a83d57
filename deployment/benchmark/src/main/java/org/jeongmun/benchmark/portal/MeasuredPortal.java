package org.jeongmun.benchmark.portal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jeongmun.benchmark.machine.Scratch;

/** One portal from its start to its end. Whatever happens, {@link #close} leaves no process and no file of it. */
public final class MeasuredPortal implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration COMMAND_WITHIN = Duration.ofMinutes(10);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(60);

    private final Path jar;
    private final Path folder;
    private final List<ProcessHandle> everStarted = new ArrayList<>();
    private final Map<String, String> environment;
    private final Thread stopAtExit = new Thread(this::stop, "portal-stop");
    private Process process;
    private Published published;

    private MeasuredPortal(Path jar, Path folder, Map<String, String> environment) {
        this.jar = jar;
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Starts a portal and waits until it is ready.
     *
     * @param javaOptions of its Java
     * @param arguments of {@code run}, beside folder and ports
     */
    public static MeasuredPortal start(Path jar, List<String> javaOptions, List<String> arguments) throws IOException {
        return start(jar, javaOptions, arguments, Map.of());
    }

    /** The same with further settings. @param environment in which its Java runs, beside that of this one */
    static MeasuredPortal start(
            Path jar, List<String> javaOptions, List<String> arguments, Map<String, String> environment)
            throws IOException {
        MeasuredPortal portal = new MeasuredPortal(jar, Scratch.folder("benchmark"), environment);
        Runtime.getRuntime().addShutdownHook(portal.stopAtExit);
        try {
            portal.launch(javaOptions, arguments);
            return portal;
        } catch (IOException | RuntimeException failed) {
            portal.close();
            throw failed;
        }
    }

    private void launch(List<String> javaOptions, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString(), "run", "--data", folder.toString()));
        command.addAll(List.of("--port", port(), "--management-port", port()));
        command.addAll(arguments);
        process = started(command);
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isPublished()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("The portal did not become ready:\n" + Files.readString(console()));
            }
            pause();
        }
        everStarted.addAll(tree());
    }

    /** Starts it again in its folder, after it has ended. */
    public void startAgain(List<String> javaOptions, List<String> arguments) throws IOException {
        launch(javaOptions, arguments);
    }

    /** Ends it as an operator does and starts it again in its folder. @return how long until it was ready */
    public Duration restart(List<String> javaOptions, List<String> arguments) throws IOException {
        process.destroy();
        process.onExit().orTimeout(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        long began = System.nanoTime();
        launch(javaOptions, arguments);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** {@code kill -9} of its Java; its PostgreSQL is left behind. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** {@code kill -9} of its PostgreSQL, the whole of it. */
    public void killDatabase() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private Process started(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private boolean isPublished() throws IOException {
        Optional<Published> now = Published.in(folder, process.pid());
        now.ifPresent(told -> published = told);
        return now.isPresent();
    }

    /** Runs another command on the folder of this portal, to its end. */
    public void command(String... arguments) throws IOException {
        toItsEnd(started(commandLine(arguments)), arguments);
    }

    /** The same, and whoever has started this sees what it says: for what takes long. */
    public void commandAloud(String... arguments) throws IOException {
        toItsEnd(new ProcessBuilder(commandLine(arguments)).inheritIO().start(), arguments);
    }

    private List<String> commandLine(String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.toString()));
        return command;
    }

    private void toItsEnd(Process running, String... arguments) throws IOException {
        try {
            if (!running.waitFor(COMMAND_WITHIN.toSeconds(), TimeUnit.SECONDS) || running.exitValue() != 0) {
                throw new IOException("%s failed:%n%s".formatted(List.of(arguments), Files.readString(console())));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            running.destroyForcibly();
        }
    }

    /** @return where citizens come in */
    public URI url() {
        return published.url();
    }

    /** @return the host of that, with its port */
    public String host() {
        return url().getHost() + ":" + url().getPort();
    }

    /** @return its Java */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Connects as the login that it has published. */
    public Connection connect() throws SQLException {
        return published.connect();
    }

    /** @return where its database is and who may log in there, as keys and values of {@code portal.db} */
    public Map<String, String> database() {
        return published.database();
    }

    /** @return its folder */
    public Path folder() {
        return folder;
    }

    private Path console() {
        return folder.resolve("console.log");
    }

    private List<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    @Override
    public void close() {
        Scratch.notAtExit(stopAtExit);
        stop();
    }

    private synchronized void stop() {
        if (process != null) {
            everStarted.addAll(tree());
            process.destroy();
            try {
                process.waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        Scratch.end(everStarted);
        Scratch.delete(folder);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String port() throws IOException {
        return Integer.toString(Scratch.freePort());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
