package org.jeongmun.launcher.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.demo.DemoMark;

/**
 * One command's time with the database: it runs for at least as long as the session is open. Connections are new ones,
 * in auto-commit, their session in UTC, and the caller's to close. Safe for several threads.
 */
public final class DatabaseSession implements AutoCloseable {
    private final DatabaseLogin admin;
    private final DatabaseLogin portal;
    private final boolean embedded;
    private final Runnable end;

    DatabaseSession(DatabaseLogin admin, DatabaseLogin portal, boolean embedded, Runnable end) {
        this.admin = admin;
        this.portal = portal;
        this.embedded = embedded;
        this.end = end;
    }

    /** @return a connection that has put on the owning role; for commands that change the schedule or the directory */
    public Connection owner() throws SQLException {
        return admin.connectAs(DatabaseRoles.OWNER);
    }

    /** @return a connection as the portal serves with: it owns nothing */
    public Connection portal() throws SQLException {
        return portal.connectAs(DatabaseRoles.PORTAL);
    }

    /** @return the login of the portal itself */
    public DatabaseLogin portalLogin() {
        return portal;
    }

    /** @return whether the database is the one in the data folder */
    public boolean isEmbedded() {
        return embedded;
    }

    /** @return what the database was made for */
    public DatabaseState state() {
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement();
                // Not by the history of migrations, which is there already when the first of them fails.
                ResultSet row = statement.executeQuery("SELECT to_regclass('public.portal_state') IS NULL,"
                        + " to_regclass('public.demo') IS NOT NULL")) {
            row.next();
            if (row.getBoolean(1)) {
                return DatabaseState.NEW;
            }
            return row.getBoolean(2) ? DatabaseState.DEMO : DatabaseState.LIVE;
        } catch (SQLException failed) {
            throw DatabaseFailure.of(admin, failed);
        }
    }

    /**
     * Creates or updates the roles and the schema; idempotent. With a login that may do neither, checks that others
     * have.
     *
     * @return how many migrations were applied
     */
    public int migrate() {
        return createRoles() ? new Migration(admin).apply() : 0;
    }

    /** Creates the schema of a {@link DatabaseState#NEW} database and marks it as a demo, in one transaction. */
    public int migrateNewDemo(Instant clockStartsAt) {
        if (!createRoles()) {
            throw notOwner("create the demo");
        }
        return new Migration(admin).applyToNewDemo(connection -> DemoMark.set(connection, clockStartsAt));
    }

    /**
     * Refuses a database that has no schema yet, that may forget what it acknowledged, or whose clock is not what it
     * must be.
     */
    public void check() {
        DatabaseState state = requireSchema();
        try (Connection connection = portal()) {
            Durability.of(connection).check();
            PortalClock.check(connection, state);
        } catch (SQLException failed) {
            throw DatabaseFailure.of(portal, failed);
        }
    }

    /** @return what the database was made for, never {@link DatabaseState#NEW} */
    public DatabaseState requireSchema() {
        DatabaseState state = state();
        if (state == DatabaseState.NEW) {
            throw CommandFailure.notThere("The database has no schema yet: `portal.jar migrate` creates it, or `run`.");
        }
        return state;
    }

    private boolean createRoles() {
        try (Connection connection = admin.connect()) {
            DatabaseRoles roles = new DatabaseRoles(connection);
            if (roles.mayCreateRoles()) {
                roles.create(portal.user());
                return true;
            }
            if (roles.mayOwn()) {
                return true;
            }
        } catch (SQLException failed) {
            throw DatabaseFailure.of(admin, failed);
        }
        if (state() == DatabaseState.NEW) {
            throw notOwner("migrate");
        }
        // Somebody else migrates this database; what it lacks for us shows in check().
        return false;
    }

    private CommandFailure notOwner(String what) {
        return CommandFailure.wrongUsage(("portal.db.user %s may not %s: set portal.db.owner.user and"
                        + " portal.db.owner.password to a login that may, for `portal.jar migrate`.")
                .formatted(admin.user(), what));
    }

    /** Ends the session; stops the embedded database when this process started it. */
    @Override
    public void close() {
        end.run();
    }
}
