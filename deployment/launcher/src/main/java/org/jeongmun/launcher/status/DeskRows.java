package org.jeongmun.launcher.status;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jeongmun.schedule.LocalizedText;

/**
 * What operators did and what nodes counted, as the database has it.
 *
 * @param maintenance empty while the schedule rules
 * @param announcement what everybody is told
 * @param refusedToday how many requests the gates of all nodes refused on this day of the portal, by class and state
 * @param nodes who serves, by what each said within the last minute
 */
record DeskRows(
        Optional<Maintenance> maintenance,
        Optional<LocalizedText> announcement,
        Map<String, Long> refusedToday,
        List<Node> nodes) {
    private static final String STATE = """
            SELECT s.maintenance_since, s.maintenance_reason, s.maintenance_until, begun.operator, last.operator,
                   s.announcement_ko, s.announcement_en
              FROM portal_state s
              LEFT JOIN LATERAL (SELECT operator FROM maintenance_history WHERE change = 'ON'
                                  ORDER BY id DESC LIMIT 1) begun ON true
              LEFT JOIN LATERAL (SELECT operator FROM maintenance_history ORDER BY id DESC LIMIT 1) last ON true""";
    private static final String REFUSED = """
            SELECT class || ' ' || state, sum(count)::bigint FROM gate_attempt
             WHERE minute >= date_trunc('day', COALESCE(portal_now(), now()) AT TIME ZONE ?) AT TIME ZONE ?
             GROUP BY 1""";
    private static final String NODES = """
            SELECT node, status, extract(epoch FROM clock_timestamp() - seen_at)::int FROM portal_node
             WHERE seen_at > clock_timestamp() - interval '1 minute' AND status <> 'STOPPED' ORDER BY node""";

    /** Copies what can change. */
    DeskRows {
        refusedToday = Map.copyOf(refusedToday);
        nodes = List.copyOf(nodes);
    }

    /**
     * The operator's switch, while it is on.
     *
     * @param begunBy who threw it
     * @param changedBy who gave its reason last, perhaps the same
     */
    record Maintenance(Instant since, String reason, Optional<Instant> until, String begunBy, String changedBy) {}

    /** One process that serves, and how many seconds ago it said so. */
    record Node(String name, String status, int secondsAgo) {}

    static DeskRows of(Connection connection, ZoneId zone) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            boolean there = row.next();
            return new DeskRows(
                    there ? maintenance(row) : Optional.empty(),
                    there ? announcement(row) : Optional.empty(),
                    refused(connection, zone),
                    nodes(connection));
        }
    }

    private static Optional<Maintenance> maintenance(ResultSet row) throws SQLException {
        Optional<Instant> since = moment(row, 1);
        if (since.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Maintenance(since.get(), row.getString(2), moment(row, 3), operator(row, 4), operator(row, 5)));
    }

    private static String operator(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("unknown");
    }

    private static Optional<LocalizedText> announcement(ResultSet row) throws SQLException {
        String ko = row.getString(6);
        return ko == null ? Optional.empty() : Optional.of(new LocalizedText(ko, row.getString(7)));
    }

    private static Map<String, Long> refused(Connection connection, ZoneId zone) throws SQLException {
        Map<String, Long> refused = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(REFUSED)) {
            statement.setString(1, zone.getId());
            statement.setString(2, zone.getId());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    refused.put(row.getString(1), row.getLong(2));
                }
            }
        }
        return refused;
    }

    private static List<Node> nodes(Connection connection) throws SQLException {
        List<Node> nodes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NODES)) {
            while (row.next()) {
                nodes.add(new Node(row.getString(1), row.getString(2), row.getInt(3)));
            }
        }
        return nodes;
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
