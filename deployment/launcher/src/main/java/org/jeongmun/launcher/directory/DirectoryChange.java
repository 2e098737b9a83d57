package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction that changes the directory, after every other one and as a whole. */
final class DirectoryChange {
    private static final String ONE_AT_A_TIME =
            "SELECT pg_advisory_xact_lock(hashtextextended('jeongmun.directory', 0))";
    /* The last statement: the row is everybody's, and is locked from here to the end of the transaction. */
    private static final String TELL = "UPDATE portal_state SET directory_version = directory_version + 1";

    private DirectoryChange() {}

    /**
     * Does the work, tells the portal's nodes, and commits; what the work throws undoes everything.
     *
     * @param owner a connection that has put on the owning role, in auto-commit
     */
    static <T> T make(Connection owner, Work<T> work) throws SQLException {
        owner.setAutoCommit(false);
        try {
            Sql.execute(owner, "SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            Sql.execute(owner, ONE_AT_A_TIME);
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
