package org.jeongmun.launcher.database;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A JDBC URL of PostgreSQL and whom to log in as.
 *
 * @param url begins with {@code jdbc:postgresql:}
 * @param password empty for none
 */
public record DatabaseLogin(String url, String user, String password) {
    /** In UTC; a command whose host is gone without a word gives back what it has locked within seconds. */
    private static final String IN_UTC = "-c TimeZone=UTC -c tcp_user_timeout=10000 -c tcp_keepalives_idle=10"
            + " -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3";

    /** Refuses what is not a login for PostgreSQL. */
    public DatabaseLogin {
        requireNonNull(user, "user");
        requireNonNull(password, "password");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("A database URL begins with jdbc:postgresql: and this one does not.");
        }
    }

    /** @return where the database is, to be shown: a URL can have passwords before an @ and after a question mark */
    String address() {
        return url.replaceFirst("[?](?s:.*)", "").replaceFirst("//[^/]*@", "//");
    }

    /** @return a new connection with the rights of the login itself, its session in UTC */
    public Connection connect() throws SQLException {
        return connect(IN_UTC);
    }

    /** @return a new connection that has put on {@code role}, its session in UTC */
    public Connection connectAs(String role) throws SQLException {
        return connect(inUtcAs(role));
    }

    /** @return connections like those of {@link #connectAs} */
    DataSource dataSourceAs(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setOptions(inUtcAs(role));
        return source;
    }

    private static String inUtcAs(String role) {
        return IN_UTC + " -c role=" + role;
    }

    /** Throws unless the database answers and takes the login. */
    void check() throws SQLException {
        connect().close();
    }

    private Connection connect(String options) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("options", options);
        properties.setProperty("ApplicationName", "jeongmun-launcher");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        // Not by DriverManager: it would hand out the first driver of any class loader in this process.
        return new Driver().connect(url, properties);
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return user + " at " + address();
    }
}
