package org.jeongmun.benchmark.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the database has done so far.
 *
 * @param transactions ended well or not; a statement outside of one is one
 * @param logBytes written to its log
 */
public record DatabaseWork(long transactions, long logBytes) {
    private static final String READ = """
            SELECT (SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()),
                   pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint""";

    /** Reads both; the counts of a connection arrive there within about a second. */
    public static DatabaseWork now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            row.next();
            return new DatabaseWork(row.getLong(1), row.getLong(2));
        }
    }

    /** @return what was done between that reading and this one */
    public DatabaseWork since(DatabaseWork before) {
        return new DatabaseWork(transactions - before.transactions, logBytes - before.logBytes);
    }
}
