package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.Progress;

/** One transaction that changes the directory, after every other one and as a whole. */
final class DirectoryChange {
    private static final String KEY = "hashtextextended('jeongmun.directory', 0)";
    private static final String BEGIN = "SELECT CASE WHEN pg_try_advisory_xact_lock(" + KEY + ") THEN 1 ELSE 0 END";
    private static final String WAIT = "SELECT pg_advisory_xact_lock(" + KEY + ")";
    /* The last statement: the row is everybody's, and is locked from here to the end of the transaction. */
    private static final String TELL = "UPDATE portal_state SET directory_version = directory_version + 1";

    private DirectoryChange() {}

    /**
     * Does the work, tells the portal's nodes, and commits; what the work throws undoes everything.
     *
     * @param owner a connection that has put on the owning role, in auto-commit
     */
    static <T> T make(Connection owner, Progress progress, Work<T> work) throws SQLException {
        owner.setAutoCommit(false);
        try {
            Sql.execute(owner, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            if (Sql.number(owner, BEGIN) == 0) {
                progress.line("Waiting for another import or seeding to end.");
                Sql.execute(owner, WAIT);
            }
            T result = work.in(owner);
            Sql.execute(owner, TELL);
            owner.commit();
            owner.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException failed) {
            undo(owner, failed);
            throw failed;
        }
    }

    private static void undo(Connection owner, Exception failed) {
        try {
            owner.rollback();
            owner.setAutoCommit(true);
        } catch (SQLException lost) {
            // The connection is gone, and its transaction with it.
            failed.addSuppressed(lost);
        }
    }

    /** What changes the directory. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
