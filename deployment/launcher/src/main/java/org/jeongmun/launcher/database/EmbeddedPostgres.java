package org.jeongmun.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;

/**
 * PostgreSQL as a child of this process, its data in the data folder: on loopback only, passwords by scram-sha-256,
 * durable. Whoever starts it holds the folder's lock. It is started again when it ends without being asked to, and what
 * a killed portal left behind is stopped before it starts. Safe for several threads.
 */
final class EmbeddedPostgres implements AutoCloseable {
    /** Where its data lie, in the folder of {@code --data}. */
    static final String FOLDER = "postgresql";

    private static final long STARTUP_NANOS = 300_000_000_000L;
    private static final int PORTS_TO_TRY = 3;

    private final PostgresProcess programs;
    private final Path data;
    private final Path settingsFile;
    private final RestartBudget restarts = new RestartBudget(10, 300_000_000_000L);
    private final Thread stopAtExit = new Thread(this::stop, "postgresql-stop");
    private final Consumer<String> reports;
    private EmbeddedSettings settings;
    private Process process;
    private volatile boolean stopping;
    private boolean stopped;

    private EmbeddedPostgres(DataFolder folder, Progress progress) {
        reports = progress::line;
        programs = new PostgresProcess(
                PostgresBinaries.unpackedFor(folder, progress), folder.file(FOLDER), folder.file("postgresql.log"));
        data = folder.file(FOLDER);
        settingsFile = folder.file("postgresql.properties");
    }

    /**
     * Starts the database of a folder whose lock the caller holds, and creates it when there is none.
     *
     * @throws CommandFailure exit code 3, when it does not start
     */
    static EmbeddedPostgres start(DataFolder folder, Progress progress) {
        UnixUser.checkThatPostgresRuns();
        EmbeddedPostgres database = new EmbeddedPostgres(folder, progress);
        try {
            database.begin();
            return database;
        } catch (IOException | SQLException failed) {
            database.close();
            throw CommandFailure.notThere(
                    "PostgreSQL in %s did not start: %s (%s)."
                            .formatted(folder.path(), failed.getMessage(), database.remedy(failed)),
                    failed);
        }
    }

    private String remedy(Exception failed) {
        return String.valueOf(failed.getMessage()).contains("has invalid permissions")
                ? "chmod 700 " + data
                : "its log: postgresql.log there";
    }

    /** @return the superuser, who may do everything */
    synchronized DatabaseLogin superuser() {
        return settings.superuser();
    }

    /** @return the portal's own login, who owns nothing */
    synchronized DatabaseLogin portal() {
        return settings.portal();
    }

    private synchronized void begin() throws IOException, SQLException {
        settings = EmbeddedSettings.in(settingsFile);
        new OrphanedPostgres(programs, data, reports).end();
        if (Files.notExists(data)) {
            reports.accept("Creating the database in " + data);
            programs.initialize(EmbeddedSettings.SUPERUSER, settings.ownerPassword());
        }
        Runtime.getRuntime().addShutdownHook(stopAtExit);
        startOnSomePort();
        createDatabase();
        supervise(process);
    }

    private void startOnSomePort() throws IOException, SQLException {
        for (int tried = 1; ; tried++) {
            try {
                startOnItsPort();
                return;
            } catch (IOException failed) {
                boolean portTaken = programs.lastLine().contains("TCP/IP sockets");
                if (!portTaken || tried == PORTS_TO_TRY) {
                    throw failed;
                }
                settings = settings.onAnotherPort();
                settings.writeTo(settingsFile);
            }
        }
    }

    private void startOnItsPort() throws IOException, SQLException {
        process = programs.start(settings.port());
        long deadline = System.nanoTime() + STARTUP_NANOS;
        while (true) {
            if (!process.isAlive()) {
                throw new IOException(programs.lastLine());
            }
            try {
                settings.superuserOf("postgres").check();
                return;
            } catch (SQLException notYet) {
                boolean refused = "28P01".equals(notYet.getSQLState());
                if (refused || stopping || System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
            pause(50);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = settings.superuserOf("postgres").connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery(
                    "SELECT 1 FROM pg_database WHERE datname = '" + EmbeddedSettings.DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + EmbeddedSettings.DATABASE);
        }
    }

    private void supervise(Process watched) {
        watched.onExit().thenAccept(this::endedUnasked);
    }

    private synchronized void endedUnasked(Process ended) {
        while (!stopping) {
            if (!restarts.take(System.nanoTime())) {
                reports.accept(
                        "PostgreSQL ended again and again; it stays down. The portal is shut: see postgresql.log.");
                return;
            }
            reports.accept("PostgreSQL ended unasked (%d); starting it again.".formatted(ended.exitValue()));
            try {
                new OrphanedPostgres(programs, data, reports).end();
                startOnItsPort();
                supervise(process);
                return;
            } catch (IOException | SQLException | CommandFailure failed) {
                reports.accept("PostgreSQL did not start: " + failed.getMessage());
                pause(1000);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.notThere("Interrupted while PostgreSQL was starting.");
        }
    }

    /** Stops the server in good order; does nothing the second time. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException alreadyExiting) {
            // The hook runs, or has run, by itself.
        }
        stop();
    }

    private void stop() {
        stopping = true;
        stopOnce();
    }

    private synchronized void stopOnce() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            if (process != null && process.isAlive()) {
                programs.stop();
            }
        } catch (IOException failed) {
            reports.accept("PostgreSQL was stopped by force: " + failed.getMessage());
            process.destroyForcibly();
        }
    }
}
