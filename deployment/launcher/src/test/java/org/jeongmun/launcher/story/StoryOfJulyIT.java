package org.jeongmun.launcher.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import org.jeongmun.launcher.demo.DemoClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The story of the demo")
class StoryOfJulyIT {
    private static final String ALL = """
            SELECT (SELECT count(*) FROM schedule_version), (SELECT schedule_version FROM portal_state),
                   (SELECT string_agg(id || ' ' || opens_at || ' ' || coalesce(check_in_at::text, '-'), ',')
                      FROM booking_window),
                   (SELECT count(*) FROM booking_window_history), (SELECT count(*) FROM clinic),
                   (SELECT count(*) || ' from ' || min(starts_at) FROM slot)""";

    private static final String BEFORE_THE_OPENING =
            "SELECT (SELECT min(opens_at) FROM booking_window) - (SELECT clock_starts_at FROM demo)";

    @TempDir
    private Path data;

    @Test
    void toldTwiceIsTheSameAsToldOnce() throws SQLException {
        StoryOfJuly story = new StoryOfJuly();
        try (DatabaseSession session = new Databases(new Settings(), new Progress()).open(data)) {
            session.migrateNewDemo(DemoClock.STORY_STARTS_AT);
            try (Connection owner = session.owner()) {
                assertFalse(story.isInForce(owner));
                story.tell(owner, Optional.empty(), new Progress());
                assertTrue(story.isInForce(owner));
                String once = all(owner);
                assertEquals(
                        "1 | 1 | w0714 2021-07-14 11:00:00+00 - | 1 | 300 | 96000 from 2021-07-26 00:00:00+00", once);
                story.tell(owner, Optional.empty(), new Progress());
                assertEquals(once, all(owner));
                assertEquals("00:01:30", text(owner, BEFORE_THE_OPENING));
            }
        }
    }

    private static String text(Connection owner, String query) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String all(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            row.next();
            StringBuilder all = new StringBuilder(row.getString(1));
            for (int column = 2; column <= 6; column++) {
                all.append(" | ").append(row.getString(column));
            }
            return all.toString();
        }
    }
}
