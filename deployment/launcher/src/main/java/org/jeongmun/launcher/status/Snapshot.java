package org.jeongmun.launcher.status;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.launcher.campaign.Campaign;
import org.jeongmun.launcher.campaign.StoredCampaigns;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;

/**
 * What the database says at one moment.
 *
 * @param now empty in a demo whose clock has not been started
 * @param schedule empty before the first campaign was applied
 * @param maintenance the operator's reason, while the portal is shut
 * @param bookings how many there are of each state
 * @param lines of the campaign in force; none without a waiting room
 */
record Snapshot(
        Optional<Instant> now,
        Optional<OpeningSchedule> schedule,
        Optional<String> maintenance,
        boolean demo,
        Map<String, Long> bookings,
        long freePlaces,
        List<WaitingLine> lines) {
    /** Copies the counts. */
    Snapshot {
        bookings = Map.copyOf(bookings);
        lines = List.copyOf(lines);
    }

    /** Reads everything in one transaction, so that it fits together. */
    static Snapshot of(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        StoredCampaigns campaigns = new StoredCampaigns(connection);
        Snapshot snapshot = new Snapshot(
                campaigns.now(),
                campaigns.inForce().map(Campaign::schedule),
                text(connection, "SELECT maintenance_reason FROM portal_state"),
                text(connection, "SELECT to_regclass('public.demo')").isPresent(),
                bookings(connection),
                campaigns.freePlaces(),
                WaitingLine.all(connection));
        connection.rollback();
        return snapshot;
    }

    /** @return what the portal is, as its nodes see it */
    PortalStatus phase() {
        if (maintenance.isPresent()) {
            return PortalStatus.MAINTENANCE;
        }
        if (now.isEmpty() || schedule.isEmpty()) {
            return PortalStatus.UNKNOWN;
        }
        PortalStatus status = schedule.get().statusAt(TimeBound.exactly(now.get()));
        return status == PortalStatus.OPEN && freePlaces == 0 ? PortalStatus.SOLD_OUT : status;
    }

    private static Map<String, Long> bookings(Connection connection) throws SQLException {
        Map<String, Long> bookings = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT state, count(*) FROM reservation GROUP BY state")) {
            while (row.next()) {
                bookings.put(row.getString(1), row.getLong(2));
            }
        }
        return bookings;
    }

    private static Optional<String> text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }
}
