package org.jeongmun.acceptance.intruder;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;

/** SQL as somebody writes it who has the portal's login and means no good. */
public final class Attempts {
    /** What is answered when nothing was refused. */
    public static final String DONE = "done";

    private final Portal portal;

    private Attempts(Portal portal) {
        this.portal = portal;
    }

    /** Attempts at the database of that portal. */
    public static Attempts on(Portal portal) {
        return new Attempts(portal);
    }

    /** Runs statements on one connection until one is refused. @return its SQLSTATE, or {@link #DONE} */
    public String run(String... statements) throws SQLException {
        try (Connection connection = portal.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    return refused.getSQLState();
                }
            }
            return DONE;
        }
    }

    /** Inserts a reservation of a new person with one column as told. @return SQLSTATE, or {@link #DONE} */
    public String insert(String column, String value) throws SQLException {
        return run(insertOf(Map.of(column, value)));
    }

    /** @return a statement that inserts a reservation of a new person, as every guard would have it but for these */
    public String insertOf(Map<String, String> told) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        String nobody = UUID.randomUUID().toString();
        row.put("code", nobody);
        row.put("campaign_id", Rows.of(portal).text("SELECT id FROM campaign"));
        row.put("person_key", nobody);
        row.put("cohort_id", "age-55-59");
        row.put("window_id", "w0714");
        row.put("slot_id", anyFreeSlot());
        row.put("state", "HELD");
        row.put("hold_expires_at", "2021-07-14T20:10:00+09:00");
        row.put("created_at", "2021-07-14T20:05:00+09:00");
        row.put("door", "web");
        row.put("schedule_version", "1");
        row.putAll(told);
        return "INSERT INTO reservation (%s) VALUES (%s)"
                .formatted(
                        String.join(", ", row.keySet()),
                        row.values().stream().map(value -> "'" + value + "'").collect(Collectors.joining(", ")));
    }

    /** @return the id of a slot to come in which there is a place */
    public String anyFreeSlot() throws SQLException {
        return Rows.of(portal)
                .text("SELECT id::text FROM slot WHERE taken < capacity AND starts_at > COALESCE(portal_now(), now())"
                        + " ORDER BY starts_at DESC, id LIMIT 1");
    }
}
