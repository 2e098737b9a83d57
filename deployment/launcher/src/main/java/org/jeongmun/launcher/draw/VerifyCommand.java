package org.jeongmun.launcher.draw;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code draw verify}: recomputes the order of lines, from the database or from a file. */
@Command(
        name = "verify",
        description = "Recomputes every place of a line and checks that people were let in by it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without WINDOW: every window that has opened. Exit code 1 at the first thing",
            "that is not as it should be."
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "WINDOW", description = "The window's id.")
    private String window;

    @Option(names = "--file", paramLabel = "FILE", description = "Check what `draw export` wrote; needs no database.")
    private Path file;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        Progress progress = new Progress();
        if (file != null) {
            if (window != null) {
                throw CommandFailure.wrongUsage("--file names its window itself: leave WINDOW out.");
            }
            LineCheck check = new LineCheck();
            progress.begin("Checking %s".formatted(file));
            new LineFile(file).tell(new ToldWithProgress(check, progress));
            check.report().forEach(progress::line);
            return ExitCode.DONE.number();
        }
        OwnerWork.run(database, progress, owner -> verify(owner, progress));
        return ExitCode.DONE.number();
    }

    private void verify(Connection owner, Progress progress) throws SQLException {
        try (LineTables tables = new LineTables(owner)) {
            List<String> windows = window == null ? tables.opened() : List.of(window);
            if (windows.isEmpty()) {
                throw CommandFailure.wrongUsage("No window with a line has opened yet: there is nothing to check.");
            }
            for (String each : windows) {
                LineCheck check = new LineCheck();
                progress.begin("Checking window %s".formatted(each));
                tables.tell(each, new ToldWithProgress(check, progress));
                check.report().forEach(progress::line);
            }
        }
    }
}
