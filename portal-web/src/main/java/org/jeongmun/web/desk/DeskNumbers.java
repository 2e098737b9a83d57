package org.jeongmun.web.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.config.PortalDatabase;

/**
 * What only the database knows and tells at once, as the desk shows it.
 *
 * @param maintenance the operator's switch, while it is on
 * @param refusedToday by all nodes on this day of the portal, by class and state
 * @param nodes who serves, by what each said within the last minute
 */
record DeskNumbers(Optional<Maintenance> maintenance, List<Count> refusedToday, List<Node> nodes) {
    private static final String MAINTENANCE = """
            SELECT to_char(s.maintenance_since AT TIME ZONE z.zone, 'YYYY-MM-DD HH24:MI:SS'), s.maintenance_reason,
                   to_char(s.maintenance_until AT TIME ZONE z.zone, 'YYYY-MM-DD HH24:MI:SS'), h.operator
              FROM portal_state s
              LEFT JOIN schedule_version v ON v.version = s.schedule_version
              LEFT JOIN campaign c ON c.id = v.campaign_id
              CROSS JOIN LATERAL (SELECT COALESCE(c.zone, 'UTC') AS zone) z
              LEFT JOIN LATERAL (SELECT operator FROM maintenance_history WHERE change = 'ON'
                                  ORDER BY id DESC LIMIT 1) h ON true
             WHERE s.maintenance_since IS NOT NULL""";
    private static final String REFUSED = """
            SELECT a.class || ' ' || a.state, sum(a.count)::bigint
              FROM portal_state s
              LEFT JOIN schedule_version v ON v.version = s.schedule_version
              LEFT JOIN campaign c ON c.id = v.campaign_id
              CROSS JOIN LATERAL (SELECT COALESCE(c.zone, 'UTC') AS zone) z
              JOIN gate_attempt a
                ON a.minute >= date_trunc('day', COALESCE(portal_now(), now()) AT TIME ZONE z.zone) AT TIME ZONE z.zone
             GROUP BY 1 ORDER BY 1""";
    private static final String NODES = """
            SELECT node, status, extract(epoch FROM clock_timestamp() - seen_at)::int FROM portal_node
             WHERE seen_at > clock_timestamp() - interval '1 minute' AND status <> 'STOPPED' ORDER BY node""";

    /** Copies the lists. */
    DeskNumbers {
        refusedToday = List.copyOf(refusedToday);
        nodes = List.copyOf(nodes);
    }

    /** Shut by an operator, who began it; moments in the campaign's zone, {@code until} perhaps empty. */
    record Maintenance(String since, String reason, String until, String operator) {}

    /** How many there are of a kind. */
    record Count(String name, long count) {
        /** @return what the name means */
        LocalizedText words() {
            return DeskWords.of(name);
        }
    }

    /** One process that serves. */
    record Node(String name, String status, int secondsAgo) {}

    /** Asks the database, which has two seconds for each answer. */
    static DeskNumbers read() throws SQLException {
        try (Connection connection = PortalDatabase.connect("jeongmun desk");
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            return new DeskNumbers(maintenance(statement), refused(statement), nodes(statement));
        }
    }

    private static Optional<Maintenance> maintenance(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(MAINTENANCE)) {
            return row.next()
                    ? Optional.of(new Maintenance(text(row, 1), text(row, 2), text(row, 3), text(row, 4)))
                    : Optional.empty();
        }
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static List<Count> refused(Statement statement) throws SQLException {
        List<Count> counts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(REFUSED)) {
            while (row.next()) {
                counts.add(new Count(row.getString(1), row.getLong(2)));
            }
        }
        return counts;
    }

    private static List<Node> nodes(Statement statement) throws SQLException {
        List<Node> nodes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(NODES)) {
            while (row.next()) {
                nodes.add(new Node(row.getString(1), row.getString(2), row.getInt(3)));
            }
        }
        return nodes;
    }
}
