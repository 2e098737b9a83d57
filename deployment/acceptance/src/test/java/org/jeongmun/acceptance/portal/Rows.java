package org.jeongmun.acceptance.portal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The tables of section 8, read as the portal's own login. */
public final class Rows {
    private final Published published;

    private Rows(Published published) {
        this.published = published;
    }

    /** @return the tables of that portal */
    public static Rows of(Portal portal) {
        return new Rows(portal.published());
    }

    /** @return how many rows a table has */
    public long count(String table) throws SQLException {
        return number("SELECT count(*) FROM " + table);
    }

    /** @return the portal's time */
    public Instant now() throws SQLException {
        return moment("SELECT portal_now()");
    }

    /** @return the one number that a query gives */
    public long number(String sql, Object... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = prepared(connection, sql, values);
                ResultSet row = query.executeQuery()) {
            return only(row).getLong(1);
        }
    }

    /** @return the one text that a query gives */
    public String text(String sql, Object... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = prepared(connection, sql, values);
                ResultSet row = query.executeQuery()) {
            return only(row).getString(1);
        }
    }

    /** @return the one moment that a query gives */
    public Instant moment(String sql, Object... values) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = prepared(connection, sql, values);
                ResultSet row = query.executeQuery()) {
            return only(row).getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static ResultSet only(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new AssertionError("The query gives no row.");
        }
        return row;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                published.databaseUrl(), published.databaseUser(), published.databasePassword());
    }
}
