package org.jeongmun.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jeongmun.launcher.CommandFailure;

/**
 * What a killed portal or a killed server left on the data: a server that still runs, backends of one that does not, or
 * the note of a server whose process number somebody else has now. Only for the holder of the folder's lock.
 */
final class OrphanedPostgres {
    private final PostgresProcess programs;
    private final Path data;
    private final Consumer<String> reports;

    OrphanedPostgres(PostgresProcess programs, Path data, Consumer<String> reports) {
        this.programs = programs;
        this.data = data;
        this.reports = reports;
    }

    /** Leaves the data without any process on it. */
    void end() throws IOException {
        if (Files.notExists(data)) {
            return;
        }
        List<ProcessHandle> left = programs.running();
        if (left.isEmpty()) {
            // Nobody works on the data, so a number in the note is nobody's, or a stranger's.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            return;
        }
        reports.accept("Stopping the PostgreSQL that an earlier portal left behind.");
        try {
            programs.stop();
        } catch (IOException noServerAnyMore) {
            left.forEach(ProcessHandle::destroyForcibly);
        }
        left.forEach(OrphanedPostgres::awaitEnd);
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.notThere("Interrupted while an earlier PostgreSQL was stopping.");
        }
    }
}
