package org.jeongmun.launcher.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseFailure;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;

/** What a command of this package does with the database, as its owner. */
interface ScheduleWork {
    /** Does it. */
    void as(Connection owner) throws SQLException;

    /** Opens the database, which must have its schema, does the work, and closes what was opened. */
    static void run(DatabaseOptions options, Progress progress, ScheduleWork work) {
        try (DatabaseSession session = new Databases(new Settings(), progress).open(options.folder())) {
            session.requireSchema();
            try (Connection owner = session.owner()) {
                work.as(owner);
            } catch (SQLException failed) {
                throw DatabaseFailure.of(session.portalLogin(), failed);
            }
        }
    }

    /** Tells the operator what came of a change. */
    static void print(ScheduleChange.Result result, Progress progress) {
        if (result.difference().isEmpty()) {
            progress.line("Nothing changed: version %d stays in force.".formatted(result.version()));
            return;
        }
        progress.line("Version %d is in force:".formatted(result.version()));
        result.difference().forEach(line -> progress.line("  " + line));
    }
}
