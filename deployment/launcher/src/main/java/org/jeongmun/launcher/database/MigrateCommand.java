package org.jeongmun.launcher.database;

import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migrate}: roles and schema, nothing else. */
@Command(
        name = "migrate",
        description = "Creates or updates the roles and the schema of the database; running it again changes nothing.",
        mixinStandardHelpOptions = true)
public final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    /** Made by picocli. */
    public MigrateCommand() {}

    @Override
    public Integer call() {
        Progress progress = new Progress();
        try (DatabaseSession session = new Databases(new Settings(), progress).open(database.path())) {
            int applied = session.migrate();
            progress.line(applied == 0 ? "The schema is up to date." : "Applied %d migration(s).".formatted(applied));
        }
        return ExitCode.DONE.number();
    }
}
