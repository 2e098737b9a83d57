package org.jeongmun.launcher.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Statements with parameters on one connection, instants among them. For one thread. */
public final class Tables {
    private static final int ROWS_AT_ONCE = 10_000;

    private final Connection connection;

    /** @param connection in whatever role and transaction; it stays so */
    public Tables(Connection connection) {
        this.connection = connection;
    }

    /** What is made of a row. */
    public interface Reader<T> {
        /** @return it */
        T of(ResultSet row) throws SQLException;
    }

    /** What is done with a row. */
    public interface Visit {
        /** Does it. */
        void row(ResultSet row) throws SQLException;
    }

    /** Runs a statement, or several. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** @return how many rows were written */
    public long write(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeLargeUpdate();
        }
    }

    /** @return what {@code reader} makes of each row */
    public <T> List<T> read(String sql, Reader<T> reader, Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        forEach(sql, row -> rows.add(reader.of(row)), values);
        return rows;
    }

    /** Hands over each row; in a transaction, without having all of them in memory. */
    public void forEach(String sql, Visit visit, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    visit.row(row);
                }
            }
        }
    }

    /** @return the number in the only row, 0 for NULL */
    public long number(String sql, Object... values) throws SQLException {
        return read(sql, row -> row.getLong(1), values).get(0);
    }

    /** @return them as the database takes them */
    public Array texts(List<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** @return them as the database takes them */
    public Array numbers(Object[] values) throws SQLException {
        return connection.createArrayOf("bigint", values);
    }

    /** @return the moment in a column that is never NULL */
    public static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }
}
