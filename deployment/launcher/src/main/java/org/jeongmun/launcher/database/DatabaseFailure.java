package org.jeongmun.launcher.database;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jeongmun.launcher.CommandFailure;

/** What a refusal of the database means for the command that met it. */
public final class DatabaseFailure {
    /** What PostgreSQL calls insufficient_privilege. */
    private static final String NOT_ALLOWED = "42501";

    private DatabaseFailure() {}

    /** @return as {@link #of}; also exit code 2 when the login, there as the owner, may not do what the command does */
    public static CommandFailure ofOwner(DatabaseLogin login, SQLException failure) {
        return NOT_ALLOWED.equals(failure.getSQLState())
                ? CommandFailure.wrongUsage(
                        "portal.db.owner.user: this login may not do that; name one that may, and its"
                                + " portal.db.owner.password, as for `portal.jar migrate`.")
                : of(login, failure);
    }

    /** @return exit code 2 when the login is wrong, 3 when the database is not there or fails */
    public static CommandFailure of(DatabaseLogin login, SQLException failure) {
        return of("portal.db.user and portal.db.password", login, failure);
    }

    /** @return the same; a wrong login is that of these keys */
    static CommandFailure of(String keys, DatabaseLogin login, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.startsWith("28")) {
            return CommandFailure.wrongUsage(
                    "%s: %s refuses the login %s; correct them.".formatted(keys, login.address(), login.user()));
        }
        if (state.equals("3D000")) {
            return CommandFailure.notThere(
                    "portal.db.url: there is no such database at %s; create it.".formatted(login.address()));
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return CommandFailure.notThere(
                    "The database at %s does not answer (%s); start it or correct portal.db.url."
                            .formatted(login.address(), words(failure)),
                    failure);
        }
        return CommandFailure.notThere("The database failed: " + failure.getMessage(), failure);
    }

    /** The driver tells of a refused connection itself, and keeps every other cause to itself. */
    private static String words(SQLException failure) {
        String message = failure.getMessage();
        if (failure.getCause() instanceof UnknownHostException) {
            return "unknown host";
        }
        return failure.getCause() instanceof IOException cause && !(cause instanceof ConnectException)
                ? "%s %s".formatted(message, cause.getMessage())
                : message;
    }
}
