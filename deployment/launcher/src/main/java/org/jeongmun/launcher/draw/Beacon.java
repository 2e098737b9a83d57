package org.jeongmun.launcher.draw;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.campaign.Quoted;
import org.jeongmun.launcher.campaign.UnclearTimeException;
import org.jeongmun.launcher.campaign.WrittenTime;
import org.jeongmun.launcher.database.AllOrNothing;

/** The public random value of one line: announced before anybody joins, entered before the draw, never changed. */
final class Beacon {
    private static final String LINE = """
            SELECT l.place_order, l.issued, l.drawn IS NOT NULL OR w.opens_at <= portal_now(), w.opens_at, portal_now(),
                   l.public_source, l.public_at, l.public_value, c.zone
              FROM waiting_line l
              JOIN booking_window w ON w.id = l.window_id AND w.active
              JOIN campaign c ON c.id = w.campaign_id
             WHERE l.window_id = ?
               FOR UPDATE OF l""";
    private static final String ANNOUNCE =
            "UPDATE waiting_line SET public_source = ?, public_at = ? WHERE window_id = ?";
    private static final String ENTER = "UPDATE waiting_line SET public_value = ? WHERE window_id = ?";

    private final Connection owner;
    private final String window;

    Beacon(Connection owner, String window) {
        this.owner = owner;
        this.window = window;
    }

    /** What is known of the line, locked until the end of the transaction. */
    private record Known(
            boolean drawn,
            long issued,
            boolean isOver,
            Instant opensAt,
            Instant now,
            String source,
            Instant at,
            String value,
            ZoneId zone) {}

    /** Says where the value will come from and when, {@code time} as an operator writes it. */
    String announce(String source, String time) throws SQLException {
        return inTransaction(line -> {
            Instant at = moment(time, line.zone());
            if (line.issued() > 0) {
                throw CommandFailure.wrongUsage(
                        "%,d people have joined the line of window %s: what is mixed into its draw was settled before."
                                .formatted(line.issued(), window));
            }
            if (!at.isAfter(line.now()) || !at.isBefore(line.opensAt())) {
                throw CommandFailure.wrongUsage(
                        "--at %s: the value is to be known after now and before the window opens at %s."
                                .formatted(
                                        WrittenTime.shown(at, line.zone()),
                                        WrittenTime.shown(line.opensAt(), line.zone())));
            }
            change(ANNOUNCE, source, at.atOffset(ZoneOffset.UTC), window);
            return "The draw of window %s mixes in what %s says at %s."
                    .formatted(window, source, WrittenTime.shown(at, line.zone()));
        });
    }

    /** Enters the value. */
    String enter(String value) throws SQLException {
        return inTransaction(line -> {
            if (line.source() == null) {
                throw CommandFailure.wrongUsage(
                        "No public value was announced for window %s: `draw beacon` does that, before anybody joins."
                                .formatted(window));
            }
            if (line.value() != null) {
                throw CommandFailure.wrongUsage(
                        "The value of window %s was entered already and stays as it is.".formatted(window));
            }
            if (line.now().isBefore(line.at())) {
                throw CommandFailure.wrongUsage("The value of window %s is known from %s on: enter it then."
                        .formatted(window, WrittenTime.shown(line.at(), line.zone())));
            }
            change(ENTER, value, window);
            return "The draw of window %s has its public value.".formatted(window);
        });
    }

    private static Instant moment(String time, ZoneId zone) {
        try {
            return WrittenTime.any(time, zone);
        } catch (UnclearTimeException unclear) {
            throw CommandFailure.wrongUsage("--at " + unclear.getMessage());
        }
    }

    private interface Work {
        String on(Known line) throws SQLException;
    }

    private String inTransaction(Work work) throws SQLException {
        return AllOrNothing.make(owner, transaction -> {
            Known line = known();
            if (!line.drawn()) {
                throw CommandFailure.wrongUsage(
                        "The line of window %s goes by arrival: nothing is drawn there.".formatted(window));
            }
            if (line.isOver()) {
                throw CommandFailure.wrongUsage("The draw of window %s has been held.".formatted(window));
            }
            return work.on(line);
        });
    }

    private Known known() throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(LINE)) {
            statement.setString(1, window);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw CommandFailure.wrongUsage(
                            "No line of a window %s is in force: `status` lists them.".formatted(Quoted.of(window)));
                }
                return new Known(
                        "draw".equals(row.getString(1)),
                        row.getLong(2),
                        row.getBoolean(3),
                        instant(row, 4),
                        requireStarted(instant(row, 5)),
                        row.getString(6),
                        instant(row, 7),
                        row.getString(8),
                        ZoneId.of(row.getString(9)));
            }
        }
    }

    private static Instant requireStarted(Instant now) {
        if (now == null) {
            throw CommandFailure.wrongUsage("The demo's clock has not been started: run the portal once.");
        }
        return now;
    }

    private void change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
