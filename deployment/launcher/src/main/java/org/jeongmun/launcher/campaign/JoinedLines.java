package org.jeongmun.launcher.campaign;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.WaitingRoom;

/** The lines that people have joined already: who is let in first in them is settled until their windows close. */
final class JoinedLines {
    private static final String JOINED = """
            SELECT l.window_id, l.place_order, l.issued
              FROM waiting_line l JOIN booking_window w ON w.id = l.window_id AND w.active
             WHERE (l.issued > 0 OR l.drawn IS NOT NULL) AND w.closes_at > portal_now()
             ORDER BY l.window_id""";

    private final Connection connection;

    JoinedLines(Connection connection) {
        this.connection = connection;
    }

    /** @return why {@code after} must not take the place of what is in force; empty when it may */
    List<String> refusals(Campaign after) throws SQLException {
        Optional<String> order = after.waitingRoom().map(WaitingRoom::order).map(JoinedLines::word);
        List<String> refusals = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(JOINED)) {
            while (row.next()) {
                String window = row.getString(1);
                boolean stays = order.filter(row.getString(2)::equals).isPresent();
                if (!stays && after.schedule().window(new WindowId(window)).isPresent()) {
                    refusals.add(
                            "%,d people have joined the line of window %s: waitingRoom keeps order: %s until it closes."
                                    .formatted(row.getLong(3), window, row.getString(2)));
                }
            }
        }
        return refusals;
    }

    private static String word(WaitingRoom.Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
