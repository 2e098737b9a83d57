package org.jeongmun.launcher.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiFunction;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.PrivateFiles;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;

/**
 * Opens the database that a command is to work on: the server that {@code portal.db.url} names, else that of the portal
 * which runs on the data folder, else the embedded one of the folder, by joining the process that runs it or by
 * starting it.
 */
public final class Databases {
    private static final long JOIN_NANOS = 60_000_000_000L;
    private static final String RUNNING = "database.properties";

    private final Settings settings;
    private final Progress progress;

    /** @param progress where starting the database is told of */
    public Databases(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * For a command that works on what a portal has: it makes no folder and no database.
     *
     * @throws CommandFailure as {@link #open}; exit code 3 also where there is none
     */
    public DatabaseSession openExisting(Path folder) {
        Optional<ExternalDatabase> named = ExternalDatabase.named(settings);
        if (named.isPresent()) {
            return named.get().open(() -> {});
        }
        if (!DataFolder.isUsed(folder)) {
            throw noPortal(folder);
        }
        return joinOr(this::existing, DataFolder.at(folder));
    }

    /** A portal whose database is a server's leaves a lock in its folder, and nothing else. */
    private DatabaseSession existing(DataFolder folder, FileChannel lock) {
        if (Files.exists(folder.file(EmbeddedPostgres.FOLDER))) {
            return embedded(folder, lock);
        }
        release(lock);
        throw noPortal(folder.path());
    }

    private static CommandFailure noPortal(Path folder) {
        return CommandFailure.notThere(
                ("--data %s holds no portal's database: name the folder of one, or its server with"
                                + " portal.db.url; `portal.jar run` and `migrate` make a new one.")
                        .formatted(folder.toAbsolutePath().normalize()));
    }

    /**
     * For any command but {@code run}, with a folder and a database that are made where there are none; a server needs
     * no folder.
     *
     * @throws CommandFailure exit code 2 for a wrong setting, 3 when the database is not to be had
     */
    public DatabaseSession open(Path folder) {
        Optional<ExternalDatabase> named = ExternalDatabase.named(settings);
        if (named.isPresent()) {
            return named.get().open(() -> {});
        }
        return joinOr(this::embedded, DataFolder.at(folder));
    }

    /** Joins whoever has the folder; where nobody has it, does {@code otherwise} with its lock. */
    private DatabaseSession joinOr(BiFunction<DataFolder, FileChannel, DatabaseSession> otherwise, DataFolder folder) {
        long deadline = System.nanoTime() + JOIN_NANOS;
        while (true) {
            Optional<FileChannel> lock = folder.lock();
            if (lock.isPresent()) {
                return otherwise.apply(folder, lock.get());
            }
            Optional<DatabaseSession> joined = join(folder)
                    .or(() -> ExternalDatabase.ofThePortalOn(folder, settings).map(others -> others.open(() -> {})));
            if (joined.isPresent()) {
                return joined.get();
            }
            if (System.nanoTime() > deadline) {
                throw CommandFailure.notThere(
                        "Another process holds %s and its database does not answer: wait for it, or stop it."
                                .formatted(folder.file("portal.lock")));
            }
            pause();
        }
    }

    /**
     * For {@code run}, which owns its folder.
     *
     * @param lock of {@code folder}; closing the session gives it back
     */
    public DatabaseSession openOwned(DataFolder folder, FileChannel lock) {
        return ExternalDatabase.named(settings)
                .map(others -> others.open(() -> release(lock)))
                .orElseGet(() -> embedded(folder, lock));
    }

    private DatabaseSession embedded(DataFolder folder, FileChannel lock) {
        try {
            Files.deleteIfExists(folder.file(RUNNING));
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, progress);
            DatabaseSession session = new DatabaseSession(postgres.superuser(), postgres.portal(), true, () -> {
                forget(folder.file(RUNNING));
                postgres.close();
                release(lock);
            });
            return ready(session, folder, postgres);
        } catch (IOException failed) {
            release(lock);
            throw CommandFailure.notThere(
                    "%s cannot be deleted: %s".formatted(folder.file(RUNNING), failed.getMessage()));
        } catch (RuntimeException failed) {
            release(lock);
            throw failed;
        }
    }

    /* Closes the session when it fails: the server must have ended before somebody else gets the folder's lock. */
    private static DatabaseSession ready(DatabaseSession session, DataFolder folder, EmbeddedPostgres postgres) {
        try {
            createLogin(postgres);
            publish(folder.file(RUNNING), postgres.superuser());
            return session;
        } catch (IOException failed) {
            session.close();
            throw CommandFailure.notThere(
                    "%s cannot be written: %s".formatted(folder.file(RUNNING), failed.getMessage()));
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    private static void createLogin(EmbeddedPostgres postgres) {
        try (Connection connection = postgres.superuser().connect()) {
            new DatabaseRoles(connection)
                    .createLogin(postgres.portal().user(), postgres.portal().password());
        } catch (SQLException failed) {
            throw DatabaseFailure.of(postgres.superuser(), failed);
        }
    }

    private static void publish(Path file, DatabaseLogin superuser) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("url", superuser.url());
        values.put("user", superuser.user());
        values.put("password", superuser.password());
        PrivateFiles.writeProperties(file, values);
    }

    private static Optional<DatabaseSession> join(DataFolder folder) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.file(RUNNING))) {
            values.load(reader);
            DatabaseLogin admin = new DatabaseLogin(
                    values.getProperty("url"), values.getProperty("user"), values.getProperty("password"));
            DatabaseLogin portal =
                    EmbeddedSettings.in(folder.file("postgresql.properties")).portal();
            admin.check();
            return Optional.of(new DatabaseSession(admin, portal, true, () -> {}));
        } catch (IOException | SQLException notYetOrNotAnyMore) {
            return Optional.empty();
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // Whoever starts the database next deletes it.
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException closedByTheEndOfTheProcess) {
            // The operating system gives the lock back.
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.notThere("Interrupted while waiting for the database.");
        }
    }
}
