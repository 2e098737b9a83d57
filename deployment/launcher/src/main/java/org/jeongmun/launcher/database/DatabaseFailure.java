package org.jeongmun.launcher.database;

import java.sql.SQLException;
import org.jeongmun.launcher.CommandFailure;

/** What a refusal of the database means for the command that met it. */
public final class DatabaseFailure {
    private DatabaseFailure() {}

    /** @return exit code 2 when the login is wrong, 3 when the database is not there or fails */
    public static CommandFailure of(DatabaseLogin login, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("28")) {
            return CommandFailure.wrongUsage(
                    "portal.db.user and portal.db.password: %s refuses the login %s; correct them."
                            .formatted(login.url(), login.user()));
        }
        if (state.equals("3D000")) {
            return CommandFailure.notThere(
                    "portal.db.url: there is no such database at %s; create it.".formatted(login.url()));
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return CommandFailure.notThere(
                    "The database at %s does not answer (%s); start it or correct portal.db.url."
                            .formatted(login.url(), failure.getMessage()),
                    failure);
        }
        return CommandFailure.notThere("The database failed: " + failure.getMessage(), failure);
    }
}
