package org.jeongmun.acceptance.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jeongmun.launcher.database.DatabaseLogin;
import org.jeongmun.lock.reading.OwnConnection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node that says nothing more in the middle of a transaction")
class SilentNodeIT {
    private static final String PURPOSE = "the silent node's";
    private static final String SESSIONS = "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?";

    @Test
    void givesBackWhatItHasLocked() throws SQLException {
        DatabaseLogin login = TestDatabase.portalLogin();
        Connection silent = new OwnConnection(
                        Optional.of(login.url()), Optional.of(login.user()), Optional.of(login.password()))
                .open(PURPOSE);
        try {
            silent.setAutoCommit(false);
            TestDatabase.execute(silent, "SELECT FROM reservation LIMIT 1 FOR UPDATE");

            // It neither goes on nor closes its connection.
            Awaitility.await("its session to end")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> TestDatabase.number(SESSIONS, PURPOSE) == 0);
        } finally {
            silent.close();
        }
    }
}
