package org.jeongmun.benchmark.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * What there is to be had.
 *
 * @param slots that have any
 * @param places in all of them
 * @param taken of these
 */
public record Supply(long slots, long places, long taken) {
    private static final String READ = "SELECT count(*), sum(capacity), sum(taken) FROM slot WHERE capacity > 0";
    private static final String LATER =
            "SELECT to_char((portal_now() + make_interval(secs => ?)) AT TIME ZONE 'Asia/Seoul',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS')";

    /** Counts it. */
    public static Supply of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ)) {
            row.next();
            return new Supply(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    /** @return the portal's time so much later, as an operator types it */
    public static String timeIn(Connection connection, Duration later) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATER)) {
            statement.setDouble(1, later.toSeconds());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
