package org.jeongmun.launcher.status;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseFailure;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: phase, clock, schedule, bookings, places and refusals, of a portal that runs or does not. */
@Command(
        name = "status",
        description = "Prints what the portal is now: phase, clock, windows, bookings, places left, waiting, refusals.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    /** Made by picocli. */
    public StatusCommand() {}

    @Override
    public Integer call() {
        Progress progress = new Progress();
        try (DatabaseSession session = new Databases(new Settings(), progress).openExisting(database.path())) {
            session.requireSchema();
            // With the portal's own rights: looking changes nothing.
            try (Connection connection = session.portal()) {
                Snapshot snapshot = Snapshot.of(connection);
                String refusals = new RunningPortal(database.path()).refusals();
                StatusText.of(snapshot, refusals).forEach(progress::line);
            } catch (SQLException failed) {
                throw DatabaseFailure.of(session.portalLogin(), failed);
            }
        }
        return ExitCode.DONE.number();
    }
}
