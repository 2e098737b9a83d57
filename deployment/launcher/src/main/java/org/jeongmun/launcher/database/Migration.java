package org.jeongmun.launcher.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jeongmun.launcher.CommandFailure;

/**
 * Brings the schema to that of this portal.jar, as the owning role and in one transaction: there are no tables without
 * the triggers that guard them. Running it again changes nothing.
 */
final class Migration {
    // Kept in a field: a logger that nobody holds forgets its level.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    /** What a later portal.jar applied, and files of functions that have another name by now, are no fault. */
    private static final String[] NO_FAULT = {"*:future", "repeatable:missing"};

    private static final MigrationVersion TABLES = MigrationVersion.fromVersion("1");

    private final FluentConfiguration configuration;

    /** @param admin a login that may put on {@link DatabaseRoles#OWNER} */
    Migration(DatabaseLogin admin) {
        FLYWAY.setLevel(Level.SEVERE);
        configuration = Flyway.configure(Migration.class.getClassLoader())
                .dataSource(admin.dataSourceAs(DatabaseRoles.OWNER))
                .defaultSchema("public")
                .locations("classpath:db/migration")
                .group(true)
                .ignoreMigrationPatterns(NO_FAULT)
                .cleanDisabled(true)
                .connectRetries(0);
    }

    /** @return how many migrations were applied */
    int apply() {
        return migrate(configuration);
    }

    /** Creates a schema that is marked as a demo in the very transaction that creates it. */
    int applyToNewDemo(Birth birth) {
        return migrate(configuration.callbacks(new AtBirth(birth)));
    }

    private static int migrate(FluentConfiguration configuration) {
        try {
            return configuration.load().migrate().migrationsExecuted;
        } catch (FlywayValidateException others) {
            throw CommandFailure.wrongUsage(
                    "The migrations of this database are not this portal.jar's: a development build"
                            + " made it, or another program. Use a new database; for a demo, remove its data folder.");
        } catch (FlywayException failed) {
            String reason = String.valueOf(failed.getMessage());
            if (reason.contains("non-empty schema")) {
                throw CommandFailure.wrongUsage(
                        "portal.db.url: the database has tables in its schema public that are not"
                                + " the portal's; give the portal a database of its own.");
            }
            throw CommandFailure.notThere("The schema could not be migrated: " + reason, failed);
        }
    }

    /** What happens in the transaction that creates the schema. */
    interface Birth {
        void in(Connection connection) throws SQLException;
    }

    /** Runs a {@link Birth} right after the tables were made, before the transaction ends. */
    private record AtBirth(Birth birth) implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            // Files of functions have no version.
            if (!TABLES.equals(context.getMigrationInfo().getVersion())) {
                return;
            }
            try {
                birth.in(context.getConnection());
            } catch (SQLException failed) {
                throw new FlywayException("The demo could not be marked: " + failed.getMessage(), failed);
            }
        }

        @Override
        public String getCallbackName() {
            return "demo";
        }
    }
}
