package org.jeongmun.acceptance.portal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jeongmun.launcher.database.DatabaseRoles;

/**
 * One portal with a folder of its own, in a process of its own, with its own PostgreSQL under it. Whatever happens in a
 * test, {@link #close} leaves nothing of it running and nothing on the disk but its log.
 */
public final class Portal implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(300);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(180);
    /** Each look at all processes of a machine costs it some milliseconds. */
    private static final Duration LOOKED_FOR_EVERY = Duration.ofMillis(100);

    private final PortalPlan plan;
    private final Path jar;
    private final Path folder;
    private final Set<ProcessHandle> everStarted = ConcurrentHashMap.newKeySet();
    private Process process;
    private Published published;

    private Portal(PortalPlan plan, Path jar, Path folder) {
        this.plan = plan;
        this.jar = jar;
        this.folder = folder;
    }

    /** Starts a portal in a new folder and waits until it is ready. */
    public static Portal start(PortalPlan plan) {
        return start(plan, PortalJar.file(), Folders.create(plan.name()));
    }

    /** Starts a portal of that file in that folder, which it removes at its end, and waits until it is ready. */
    public static Portal start(PortalPlan plan, Path jar, Path folder) {
        Portal portal = new Portal(plan, jar, folder);
        try {
            portal.launch(plan);
            return portal;
        } catch (Throwable failed) {
            portal.close();
            throw failed;
        }
    }

    /** Starts it again in its folder, with other arguments than before; it must have ended. */
    public void startAgain(String... arguments) {
        launch(new PortalPlan(
                plan.name(), List.of(arguments), plan.javaOptions(), plan.environment(), plan.launcher()));
    }

    private void launch(PortalPlan how) {
        List<String> command = how.commandFor(jar, folder);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // A portal that is asked a few things needs no rehearsal, and the next one needs the processor.
        builder.environment().put("PORTAL_REHEARSAL_SECONDS", "0");
        builder.environment().putAll(how.environment());
        Path console = folder.resolve("console.log");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Awaitility.await(how.name() + " to publish itself")
                .atMost(READY_WITHIN)
                .pollInterval(LOOKED_FOR_EVERY)
                .until(this::isReadyOrEnded);
        if (!process.isAlive()) {
            throw new AssertionError(
                    "Portal %s ended with exit code %d:%n%s".formatted(how.name(), process.exitValue(), console()));
        }
        Awake.await(this);
        everStarted.addAll(tree());
    }

    private boolean isReadyOrEnded() {
        // Noted while it lives: what a dead one has started is nobody's any more.
        List<ProcessHandle> tree = tree();
        everStarted.addAll(tree);
        // What a killed portal published is still there until the next one clears it away.
        published = Published.in(folder)
                .filter(now -> tree.stream().anyMatch(ours -> ours.pid() == now.pid()))
                .orElse(null);
        return published != null || !process.isAlive();
    }

    /** @return what it published when it was ready */
    public Published published() {
        return published;
    }

    /** @return its folder */
    public Path folder() {
        return folder;
    }

    /** @return the file with what it publishes */
    public Path publishedFile() {
        return folder.resolve(Published.FILE);
    }

    /** @return its process */
    public Process process() {
        return process;
    }

    /** @return all processes under it, itself first, as they are now */
    public List<ProcessHandle> tree() {
        return Processes.treeOf(process.toHandle());
    }

    /** @return what it has told its terminal so far */
    public String console() {
        try {
            return Files.readString(folder.resolve("console.log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Connects as the login that the portal published, which is all that anybody beside it has. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                published.databaseUrl(), published.databaseUser(), published.databasePassword());
    }

    /** Connects as an operator's command does, who owns the tables: for what no door of the portal can do. */
    public Connection connectAsOwner() throws SQLException {
        Properties login = ownersLogin();
        login.put("options", "-c role=" + DatabaseRoles.OWNER);
        return DriverManager.getConnection(login.getProperty("url"), login);
    }

    private Properties ownersLogin() {
        Properties login = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("database.properties"))) {
            login.load(file);
            return login;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return a plan for another node of this demo, on its database; it must end before this one */
    public PortalPlan anotherNode(String name) {
        Properties owner = ownersLogin();
        return PortalPlan.with(name, "--demo")
                .environment(Map.of(
                        "PORTAL_DB_URL", published.databaseUrl(),
                        "PORTAL_DB_USER", published.databaseUser(),
                        "PORTAL_DB_PASSWORD", published.databasePassword(),
                        "PORTAL_DB_OWNER_USER", owner.getProperty("user"),
                        "PORTAL_DB_OWNER_PASSWORD", owner.getProperty("password")));
    }

    /**
     * Skips what is mere waiting: its clock goes on from {@code moment}, never back, and the portal goes by it when
     * this returns. A test that judges an instant skips to some seconds before it, and lives through that one.
     */
    public void skipTo(Instant moment) throws SQLException {
        new MovedClock(this).forwardTo(moment);
    }

    /** Asks it to end (SIGTERM) and waits. @return its exit code */
    public int stop() {
        List<ProcessHandle> tree = tree();
        ProcessHandle.of(published.pid()).ifPresent(ProcessHandle::destroy);
        Processes.awaitEndOf(tree);
        return exitCode();
    }

    /** Waits for its end without asking for it. @return its exit code */
    public int exitCode() {
        Awaitility.await("the end of " + plan.name()).atMost(STOPPED_WITHIN).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** {@code kill -9} of the portal alone: nothing it could do about it, and its PostgreSQL is left behind. */
    public void kill() {
        ProcessHandle java = ProcessHandle.of(published.pid()).orElseThrow();
        java.destroyForcibly();
        Processes.awaitEndOf(List.of(java));
    }

    /** {@code kill -9} of PostgreSQL, the whole of it, under the running portal. */
    public void killDatabase() {
        Processes.endAll(database());
    }

    /** Stops PostgreSQL, the whole of it, in its tracks: connections stay open and nothing answers. */
    public void pauseDatabase() {
        Processes.signal("STOP", database());
        // One that was just being started was not on the list; now nobody is there to start another.
        Processes.signal("STOP", database());
    }

    /** Lets a paused PostgreSQL go on. */
    public void resumeDatabase() {
        Processes.signal("CONT", database());
    }

    private List<ProcessHandle> database() {
        List<ProcessHandle> postgres = tree().stream()
                .filter(handle -> handle.pid() != process.pid() && handle.pid() != published.pid())
                .toList();
        if (postgres.isEmpty()) {
            throw new AssertionError("The portal has no PostgreSQL under it.");
        }
        return postgres;
    }

    @Override
    public void close() {
        if (process != null) {
            everStarted.addAll(tree());
        }
        Processes.endAll(everStarted.stream().filter(Processes::runs).toList());
        Folders.keepLog(folder, plan.name());
        Folders.delete(folder);
    }
}
