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
     * @throws IllegalStateException when the database does not answer, or is no demo
     */
    public static byte[] read() {
        try (Connection connection = PortalDatabase.connect("jeongmun-secret");
                PreparedStatement statement = connection.prepareStatement("SELECT secret FROM demo");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("Table demo has no row: make a new demo.");
            }
            return row.getBytes(1);
        } catch (SQLException silent) {
            throw new IllegalStateException("The demo's secret cannot be read now.", silent);
        }
    }
}
