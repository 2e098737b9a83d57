package org.jeongmun.launcher.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;

/** What a command does with a database that has its schema, as its owner. */
public interface OwnerWork {
    /** Does it. */
    void as(Connection owner) throws SQLException;

    /**
     * Opens the database, does the work, and closes what was opened.
     *
     * @throws CommandFailure exit code 2, when the login may not do the work
     */
    static void run(DatabaseOptions options, Progress progress, OwnerWork work) {
        try (DatabaseSession session = new Databases(new Settings(), progress).openExisting(options.path())) {
            session.requireSchema();
            try (Connection owner = session.owner()) {
                work.as(owner);
            } catch (SQLException failed) {
                throw DatabaseFailure.ofOwner(session.portalLogin(), failed);
            }
        }
    }
}
