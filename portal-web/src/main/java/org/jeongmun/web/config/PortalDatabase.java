package org.jeongmun.web.config;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.lock.reading.OwnConnection;

/** Opens connections outside the pool, in the portal's own role, by the same settings as the pool. */
public final class PortalDatabase {
    private PortalDatabase() {}

    /**
     * Opens a connection that gives up on a silent server after two seconds, at connecting and at each answer.
     *
     * @param purpose what the database's list of sessions calls it
     * @throws SQLException also when no {@code portal.db.url} is set
     */
    public static Connection connect(String purpose) throws SQLException {
        return new OwnConnection(Setting.DB_URL.value(), Setting.DB_USER.value(), Setting.DB_PASSWORD.value())
                .open(purpose);
    }
}
