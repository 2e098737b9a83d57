package org.jeongmun.benchmark.evening;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * When a window opens and closes, as {@link System#nanoTime} will have it; if anything, a little earlier than it really
 * does, because the question is older than its answer.
 *
 * @param window which
 * @param opensAt when it opens
 * @param closesAt when it closes
 */
public record WindowTimes(String window, long opensAt, long closesAt) {
    private static final double SECOND = 1e9;
    private static final String READ = """
            SELECT id, extract(epoch FROM opens_at - portal_now()), extract(epoch FROM closes_at - portal_now())
              FROM booking_window ORDER BY opens_at""";

    /** @return all windows of the portal, the first to open first */
    public static List<WindowTimes> of(Connection portal) throws SQLException {
        List<WindowTimes> windows = new ArrayList<>();
        long asked = System.nanoTime();
        try (Statement statement = portal.createStatement();
                ResultSet rows = statement.executeQuery(READ)) {
            while (rows.next()) {
                windows.add(new WindowTimes(
                        rows.getString(1),
                        asked + (long) (rows.getDouble(2) * SECOND),
                        asked + (long) (rows.getDouble(3) * SECOND)));
            }
        }
        return windows;
    }
}
