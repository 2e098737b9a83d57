package org.jeongmun.launcher.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jeongmun.launcher.CommandFailure;

/** Whether what the database acknowledges survives a power cut, as the server itself says for this login. */
record Durability(String fsync, String synchronousCommit, String fullPageWrites) {
    /** @param connection of the login that will write */
    static Durability of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('fsync'),"
                        + " current_setting('synchronous_commit'), current_setting('full_page_writes')")) {
            row.next();
            return new Durability(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    /** Refuses a database that may forget what it acknowledged; {@code remote_apply} waits for more than {@code on}. */
    void check() {
        boolean waits = synchronousCommit.equals("on") || synchronousCommit.equals("remote_apply");
        require(fsync.equals("on"), "fsync", fsync);
        require(waits, "synchronous_commit", synchronousCommit);
        require(fullPageWrites.equals("on"), "full_page_writes", fullPageWrites);
    }

    private static void require(boolean kept, String setting, String value) {
        if (!kept) {
            throw CommandFailure.wrongUsage(
                    "The database has %s=%s and may forget reservations: set it to on for the portal's login."
                            .formatted(setting, value));
        }
    }
}
