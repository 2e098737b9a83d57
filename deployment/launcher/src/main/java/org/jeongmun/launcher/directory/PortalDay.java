package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;

/** The portal's own calendar. */
final class PortalDay {
    /** When the people of the story, aged 55 to 59, were first vaccinated. */
    static final LocalDate OF_THE_STORY = LocalDate.of(2021, 7, 26);

    private static final String TOMORROW =
            "SELECT (portal_now() AT TIME ZONE 'Asia/Seoul')::date + 1, to_regclass('public.demo') IS NOT NULL";
    private static final String ZONE = """
            SELECT c.zone FROM portal_state p
            JOIN schedule_version v ON v.version = p.schedule_version
            JOIN campaign c ON c.id = v.campaign_id""";

    private PortalDay() {}

    /** @return the portal's tomorrow; in a demo at least {@link #OF_THE_STORY} */
    static LocalDate next(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TOMORROW)) {
            row.next();
            LocalDate tomorrow = row.getObject(1, LocalDate.class);
            boolean demo = row.getBoolean(2);
            // A demo whose clock has not begun has no today.
            return tomorrow == null || demo && tomorrow.isBefore(OF_THE_STORY) ? OF_THE_STORY : tomorrow;
        }
    }

    /** @return the zone of the campaign in force; Seoul's before there is one */
    static ZoneId zone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ZONE)) {
            return row.next() ? ZoneId.of(row.getString(1)) : SyntheticSlots.ZONE;
        }
    }
}
