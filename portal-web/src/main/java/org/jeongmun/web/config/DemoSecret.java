package org.jeongmun.web.config;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The secret that every demo database makes for itself, so that a demo needs no settings. */
public final class DemoSecret {
    private DemoSecret() {}

    /**
     * Asks the database.
     *
     * @return at least 32 random bytes
     * @throws SQLException also when the database is no demo
     */
    public static byte[] read() throws SQLException {
        try (Connection connection = PortalDatabase.connect("jeongmun-secret");
                PreparedStatement statement = connection.prepareStatement("SELECT secret FROM demo");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("Table demo has no row: make a new demo.");
            }
            return row.getBytes(1);
        }
    }
}
