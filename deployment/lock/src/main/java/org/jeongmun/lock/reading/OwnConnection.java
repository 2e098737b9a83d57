package org.jeongmun.lock.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where connections outside any pool come from: in the portal's own role, which owns nothing.
 *
 * @param url empty makes every attempt fail, in words
 */
public record OwnConnection(Optional<String> url, Optional<String> user, Optional<String> password) {
    /** Lets the server take its time for what is known to be long, such as reading two million rows. */
    public static final String LONG_PATIENCE = "SET statement_timeout = '1min'";

    /** Takes that back. */
    public static final String USUAL_PATIENCE = "RESET statement_timeout";

    private static final Driver DRIVER = new Driver();

    /** A node that is gone without a word gives back what it has locked within seconds. */
    private static final String OPTIONS = "-c role=jeongmun_portal -c statement_timeout=1900 -c synchronous_commit=on"
            + " -c idle_in_transaction_session_timeout=3000 -c tcp_user_timeout=10000 -c tcp_keepalives_idle=10"
            + " -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3";

    /**
     * Opens a connection that gives up on a silent server after two seconds, at connecting and at each answer. A moment
     * before, the server gives up on the statement: else it would go on for nobody, and hold a session and locks.
     *
     * @param purpose what the database's list of sessions calls it
     * @throws SQLException also when there is no URL
     */
    public Connection open(String purpose) throws SQLException {
        String where =
                url.orElseThrow(() -> new SQLException("Setting portal.db.url is missing: set it to a JDBC URL."));
        Properties properties = new Properties();
        user.ifPresent(login -> properties.setProperty("user", login));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        properties.setProperty("options", OPTIONS);
        properties.setProperty("ApplicationName", purpose);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "2");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DRIVER.connect(where, properties);
        if (connection == null) {
            throw new SQLException("Setting portal.db.url is no URL of PostgreSQL: it begins with jdbc:postgresql:.");
        }
        return connection;
    }

    /** Names the database alone: a password is nobody's to read. */
    @Override
    public String toString() {
        return "OwnConnection[url=%s]".formatted(url.orElse("none"));
    }
}
