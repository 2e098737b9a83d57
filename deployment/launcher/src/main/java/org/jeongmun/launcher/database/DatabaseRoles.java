package org.jeongmun.launcher.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two roles of the portal: {@link #OWNER} owns everything, nobody logs in as it; {@link #PORTAL} owns nothing and
 * serves. Creating them again changes nothing.
 */
public final class DatabaseRoles {
    /** Owns the schema; commands put it on. */
    public static final String OWNER = "jeongmun_owner";
    /** Serves citizens; the portal's connections put it on. */
    public static final String PORTAL = "jeongmun_portal";

    private static final long LOCK = 0x6a656f6e676d756eL;

    private final Connection connection;

    /** @param connection of a login that may create roles, without a transaction under way */
    DatabaseRoles(Connection connection) {
        this.connection = connection;
    }

    /** Creates what is missing, and lets {@code portalLogin} put on the portal's role. */
    void create(String portalLogin) throws SQLException {
        AllOrNothing.make(connection, transaction -> {
            query("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            createRole(OWNER, "NOLOGIN");
            createRole(PORTAL, "NOLOGIN");
            letMeActAs(OWNER);
            grantDatabase();
            if (!isMember(portalLogin, PORTAL)) {
                execute("GRANT " + PORTAL + " TO " + quoted(portalLogin));
            }
            return null;
        });
    }

    /** Creates the login of the embedded portal, or renews its password; it is a member of the portal's role alone. */
    void createLogin(String login, String password) throws SQLException {
        createRole(PORTAL, "NOLOGIN");
        createRole(login, "LOGIN");
        // A password of letters, digits, - and _ needs no escape; a parameter is not possible here.
        execute("ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'"
                .formatted(quoted(login), password));
        // A login may change its own settings, and what somebody else left there would outlive a restart.
        execute("ALTER ROLE %s RESET ALL".formatted(quoted(login)));
        execute("ALTER ROLE %s SET role = '%s'".formatted(quoted(login), PORTAL));
    }

    /** @return whether the connection's login may put on {@link #OWNER}, so that it can migrate */
    boolean mayOwn() throws SQLException {
        return exists(OWNER)
                && query("SELECT pg_has_role(current_user, '%s', '%s')".formatted(OWNER, actingPrivilege()));
    }

    /** @return whether the connection's login may create the roles */
    boolean mayCreateRoles() throws SQLException {
        return query("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user");
    }

    private void grantDatabase() throws SQLException {
        String database;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT quote_ident(current_database())")) {
            row.next();
            database = row.getString(1);
        }
        // Imports compare in temporary tables.
        execute("GRANT CONNECT, CREATE, TEMPORARY ON DATABASE " + database + " TO " + OWNER);
        execute("GRANT CONNECT ON DATABASE " + database + " TO " + PORTAL);
        // A temporary table could stand in front of a table of ours in somebody's search path.
        execute("REVOKE TEMPORARY ON DATABASE " + database + " FROM PUBLIC, " + PORTAL);
        execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        execute("GRANT USAGE, CREATE ON SCHEMA public TO " + OWNER);
        execute("GRANT USAGE ON SCHEMA public TO " + PORTAL);
    }

    private void letMeActAs(String role) throws SQLException {
        if (!query("SELECT pg_has_role(current_user, '%s', '%s')".formatted(role, actingPrivilege()))) {
            execute("GRANT " + role + " TO CURRENT_USER");
        }
    }

    private String actingPrivilege() throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() >= 16 ? "SET" : "MEMBER";
    }

    private void createRole(String role, String kind) throws SQLException {
        if (!exists(role)) {
            execute("CREATE ROLE " + quoted(role) + " " + kind);
        }
    }

    private boolean exists(String role) throws SQLException {
        return query("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role);
    }

    private boolean isMember(String login, String role) throws SQLException {
        return query("SELECT pg_has_role(?, '" + role + "', '" + actingPrivilege() + "')", login);
    }

    private boolean query(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && "t".equals(row.getString(1));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
