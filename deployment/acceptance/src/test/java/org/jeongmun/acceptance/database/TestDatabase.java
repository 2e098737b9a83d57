package org.jeongmun.acceptance.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseLogin;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;

/** The portal's own embedded PostgreSQL with its schema, no demo; one for all tests of this process. */
public final class TestDatabase {
    private static final int CONNECTIONS = 16;
    private static final DatabaseSession SESSION = open();

    private TestDatabase() {}

    private static DatabaseSession open() {
        Path folder = Folders.create("database");
        DatabaseSession session = new Databases(new Settings(), new Progress()).open(folder);
        // Nobody knows which test is the last; the folder goes once its server has stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            session.close();
            Folders.delete(folder);
        }));
        session.migrate();
        return session;
    }

    /** @return a connection that may change everything, as the commands of the launcher do */
    static Connection owner() throws SQLException {
        return SESSION.owner();
    }

    /** @return a connection as the portal has it */
    static Connection portal() throws SQLException {
        return SESSION.portal();
    }

    /** @return what the portal logs in with */
    public static DatabaseLogin portalLogin() {
        return SESSION.portalLogin();
    }

    /** @return a pool as the portal has it; the caller closes it */
    static HikariDataSource pool() {
        DatabaseLogin login = SESSION.portalLogin();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.addDataSourceProperty("options", "-c role=jeongmun_portal");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Runs a statement as the owner. */
    public static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = owner()) {
            execute(connection, sql, values);
        }
    }

    /** Changes the defaults of the login that the portal has, as whoever runs the server may. */
    public static void changePortalLogin(String change) throws SQLException {
        try (Connection connection = owner()) {
            execute(connection, "SET ROLE NONE");
            execute(connection, "ALTER ROLE %s %s".formatted(portalLogin().user(), change));
        }
    }

    static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            statement.execute();
        }
    }

    /** @return the first column of the first row, as the owner sees it */
    public static long number(String sql, Object... values) throws SQLException {
        try (Connection connection = owner();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        return statement;
    }
}
