package org.jeongmun.web.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens connections outside the pool, in the portal's own role, by the same settings as the pool. */
public final class PortalDatabase {
    private static final Driver DRIVER = new Driver();

    private PortalDatabase() {}

    /**
     * Opens a connection that gives up on a silent server after two seconds, at connecting and at each answer.
     *
     * @param purpose what the database's list of sessions calls it
     * @throws SQLException also when no {@code portal.db.url} is set
     */
    public static Connection connect(String purpose) throws SQLException {
        String url = Setting.DB_URL
                .value()
                .orElseThrow(() -> new SQLException("Setting portal.db.url is missing: set it to a JDBC URL."));
        Properties properties = new Properties();
        Setting.DB_USER.value().ifPresent(user -> properties.setProperty("user", user));
        Setting.DB_PASSWORD.value().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("options", "-c role=jeongmun_portal");
        properties.setProperty("ApplicationName", purpose);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "2");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DRIVER.connect(url, properties);
        if (connection == null) {
            throw new SQLException("Setting portal.db.url is no URL of PostgreSQL: it begins with jdbc:postgresql:.");
        }
        return connection;
    }
}
