package org.jeongmun.launcher.database;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction of a command: what its work throws undoes everything. */
public final class AllOrNothing {
    private AllOrNothing() {}

    /** What is done in it. */
    public interface Work<T> {
        /** @return what came of it, which is stored when the transaction ends */
        T in(Connection connection) throws SQLException;
    }

    /**
     * Does the work and stores it.
     *
     * @param owner a connection in auto-commit; it is so again afterwards
     */
    public static <T> T make(Connection owner, Work<T> work) throws SQLException {
        owner.setAutoCommit(false);
        try {
            T result = work.in(owner);
            owner.commit();
            owner.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error failed) {
            undo(owner, failed);
            throw failed;
        }
    }

    private static void undo(Connection owner, Throwable failed) {
        try {
            owner.rollback();
            owner.setAutoCommit(true);
        } catch (SQLException lost) {
            // The connection is gone, and its transaction with it.
            failed.addSuppressed(lost);
        }
    }
}
