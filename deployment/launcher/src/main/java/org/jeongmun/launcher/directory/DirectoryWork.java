package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseFailure;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;

/** What a command of this package does with the database, as its owner. */
interface DirectoryWork {
    /** What PostgreSQL calls insufficient_privilege. */
    String NOT_ALLOWED = "42501";

    /** Does it. */
    void as(Connection owner) throws SQLException;

    /** Opens the database, which must have its schema, does the work, and closes what was opened. */
    static void run(DatabaseOptions options, Progress progress, DirectoryWork work) {
        try (DatabaseSession session = new Databases(new Settings(), progress).open(options.folder())) {
            session.requireSchema();
            try (Connection owner = session.owner()) {
                work.as(owner);
            } catch (SQLException failed) {
                if (NOT_ALLOWED.equals(failed.getSQLState())) {
                    throw CommandFailure.wrongUsage(
                            "portal.db.owner.user: this login may not change the directory; name one"
                                    + " that may, and its portal.db.owner.password, as for `portal.jar migrate`.");
                }
                throw DatabaseFailure.of(session.portalLogin(), failed);
            }
        }
    }
}
