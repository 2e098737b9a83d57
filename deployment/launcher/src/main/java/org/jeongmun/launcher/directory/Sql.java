package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The few shapes of statements that this package needs. */
final class Sql {
    private static final int FETCH = 1_000;

    private Sql() {}

    /** Runs a statement, or several. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @return the one number that a query with these parameters answers, 0 for NULL */
    static long number(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** @return how many rows a statement with these parameters has written */
    static long update(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeLargeUpdate();
        }
    }

    /** Hands over each row, without having all of them in memory; needs a transaction. */
    static void forEach(Connection connection, String sql, RowVisit visit) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    visit.row(row);
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, long... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            statement.setLong(index + 1, parameters[index]);
        }
    }

    /** What is done with a row. */
    interface RowVisit {
        void row(ResultSet row) throws SQLException;
    }
}
