package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/** Several statements that are stored together, or none of them. */
interface AllOrNothing<T> {
    /** The statements, within the transaction. @return what came of them */
    T ask() throws SQLException;

    /** Has them in a transaction of their own. @return what came of them; what they throw takes all back */
    static <T> T on(Connection connection, AllOrNothing<T> statements) throws SQLException {
        return on(connection, statements, said -> true);
    }

    /**
     * The same, where it depends.
     *
     * @param isKept whether what came of them is stored; what they throw takes all back as well
     */
    static <T> T on(Connection connection, AllOrNothing<T> statements, Predicate<T> isKept) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T said = statements.ask();
            if (isKept.test(said)) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            return said;
        } catch (SQLException | RuntimeException | Error failed) {
            takeBack(connection, failed);
            throw failed;
        }
    }

    /** A connection on which even that fails is a broken one, and the first failure says more. */
    private static void takeBack(Connection connection, Throwable failed) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            failed.addSuppressed(broken);
        }
    }
}
