package org.jeongmun.launcher.supply;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Statements with parameters on one connection. For one thread. */
final class Tables {
    private static final int ROWS_AT_ONCE = 10_000;

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** What is made of a row. */
    interface Reader<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @return how many rows were written */
    int write(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    /** @return what {@code reader} makes of each row */
    <T> List<T> read(String sql, Reader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.of(row));
                }
                return rows;
            }
        }
    }

    /** @return the number in the only row, 0 for NULL */
    long number(String sql, Object... values) throws SQLException {
        return read(sql, row -> row.getLong(1), values).get(0);
    }

    Array texts(List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    Array numbers(Object[] values) throws SQLException {
        return connection.createArrayOf("bigint", values);
    }

    static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }
}
