package org.jeongmun.launcher.draw;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code draw export}: writes what anybody needs to check a line. */
@Command(
        name = "export",
        description = "Writes a line's draw, calls and numbers to a file that anybody may check.",
        mixinStandardHelpOptions = true,
        footer = {"", "The file says of nobody who they are. `draw verify --file FILE` checks it."})
final class ExportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "WINDOW", description = "The window's id.")
    private String window;

    @Parameters(index = "1", paramLabel = "FILE", description = "A new file, CSV.")
    private Path file;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        new LineFile(file).refuseIfThere();
        Progress progress = new Progress();
        OwnerWork.run(database, progress, owner -> {
            long tickets = export(owner, progress);
            progress.line("%s: %,d numbers of window %s.".formatted(file, tickets, window));
        });
        return ExitCode.DONE.number();
    }

    private long export(Connection owner, Progress progress) throws SQLException {
        try {
            return tickets(owner, progress);
        } catch (UncheckedIOException full) {
            throw CommandFailure.notThere(
                    "%s cannot be written to its end (%s): make room for it and export again."
                            .formatted(file, full.getCause().getMessage()),
                    full);
        }
    }

    private long tickets(Connection owner, Progress progress) throws SQLException {
        LineFileWriter writer = new LineFileWriter(file);
        try (LineTables tables = new LineTables(owner);
                writer) {
            progress.begin("Writing %s".formatted(file));
            tables.tell(window, new ToldWithProgress(writer, progress));
        } catch (SQLException | RuntimeException failed) {
            writer.undo();
            throw failed;
        }
        return writer.tickets();
    }
}
