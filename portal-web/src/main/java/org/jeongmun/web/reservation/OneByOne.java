package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jeongmun.web.load.Hands;

/**
 * Connections for what is asked for one person alone. Nobody has one without a hand: a crowd that comes back from a
 * queue, and asks on, would else want more connections than there are. Safe for many threads.
 */
final class OneByOne {
    private final DataSource source;

    OneByOne(DataSource source) {
        this.source = source;
    }

    /** @throws SQLException when no hand was free in time, as if the statement had taken too long */
    Connection connection() throws SQLException {
        if (!Hands.takeUp()) {
            throw new SQLException("No hand was free.", SqlStates.TOOK_TOO_LONG);
        }
        return source.getConnection();
    }
}
