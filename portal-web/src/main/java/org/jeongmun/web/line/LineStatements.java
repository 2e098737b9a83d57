package org.jeongmun.web.line;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.AdmissionDecision;
import org.jeongmun.waitingroom.AdmissionDecision.Call;
import org.jeongmun.waitingroom.AdmissionMoment.Health;
import org.jeongmun.waitingroom.DrawSeed;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.PublicValue;
import org.jeongmun.waitingroom.PublishedDraw;
import org.jeongmun.waitingroom.WaitingRoom;

/** What the one thread that follows the lines asks and tells the database, over one connection of its own. */
final class LineStatements implements AutoCloseable {
    private static final String HEARTBEAT = "SELECT at, token, real_time, last_tick, factor, rate, maintenance, nodes,"
            + " inside, entered, error_share, slow_share FROM line_heartbeat(?, ?, ?, ?, ?)";

    private static final String LINES = """
            SELECT l.window_id, w.opens_at, w.closes_at, v.waiting_room->>'admitPerSecond',
                   v.waiting_room->>'maxInside', v.waiting_room->>'passMinutes', l.place_order, l.issued,
                   l.now_serving, l.rate, l.commitment, drawn_seed(l.window_id), COALESCE(l.drawn, l.issued),
                   l.public_source, l.public_at, l.public_value, l.first_calls
              FROM portal_state s
              JOIN schedule_version v ON v.version = s.schedule_version AND v.waiting_room IS NOT NULL
              JOIN booking_window w ON w.campaign_id = v.campaign_id AND w.active
              JOIN waiting_line l ON l.window_id = w.id""";

    private static final String CALL = "SELECT call_places(?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement heartbeat;
    private final PreparedStatement lines;
    private final PreparedStatement call;

    LineStatements(Connection connection) throws SQLException {
        this.connection = connection;
        // A heartbeat may be lost with the database; what must not be asks for its own commit to be waited for.
        try (PreparedStatement quick = connection.prepareStatement("SET synchronous_commit = off")) {
            quick.execute();
        }
        heartbeat = connection.prepareStatement(HEARTBEAT);
        lines = connection.prepareStatement(LINES);
        call = connection.prepareStatement(CALL);
    }

    /** @return what they are asked on, for the same thread */
    Connection connection() {
        return connection;
    }

    /** @return empty while the portal's clock has not been started (a demo that has not begun) */
    Optional<Heartbeat> heartbeat(String node, NodeReport report) throws SQLException {
        heartbeat.setString(1, node);
        heartbeat.setLong(2, report.inside());
        heartbeat.setLong(3, report.entered());
        heartbeat.setDouble(4, report.health().errorShare());
        heartbeat.setDouble(5, report.health().slowShare());
        try (ResultSet row = heartbeat.executeQuery()) {
            row.next();
            Instant now = instant(row, 1);
            return now == null ? Optional.empty() : Optional.of(told(now, row));
        }
    }

    private static Heartbeat told(Instant now, ResultSet row) throws SQLException {
        long token = row.getLong(2);
        OptionalLong asController = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(token);
        Instant lastTick = instant(row, 4);
        return new Heartbeat(
                now,
                asController,
                lastTick == null ? Duration.ZERO : Duration.between(lastTick, instant(row, 3)),
                row.getDouble(5),
                row.getDouble(6),
                row.getBoolean(7),
                Math.max(1, row.getLong(8)),
                row.getLong(9),
                row.getLong(10),
                new Health(row.getDouble(11), row.getDouble(12)));
    }

    List<KnownLine> lines() throws SQLException {
        List<KnownLine> known = new ArrayList<>();
        try (ResultSet row = lines.executeQuery()) {
            while (row.next()) {
                WaitingRoom.Order order =
                        WaitingRoom.Order.valueOf(row.getString(7).toUpperCase(Locale.ROOT));
                WaitingRoom room = new WaitingRoom(order, row.getInt(4), row.getInt(5), row.getInt(6));
                Line line = new Line(
                        new WindowId(row.getString(1)),
                        room,
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(17),
                        row.getDouble(10),
                        order == WaitingRoom.Order.DRAW ? Optional.of(draw(row)) : Optional.empty());
                known.add(new KnownLine(line, instant(row, 2), instant(row, 3)));
            }
        }
        return known;
    }

    private static PublishedDraw draw(ResultSet row) throws SQLException {
        byte[] seed = row.getBytes(12);
        String source = row.getString(14);
        Optional<PublicValue> value = source == null
                ? Optional.empty()
                : Optional.of(new PublicValue(source, instant(row, 15), Optional.ofNullable(row.getString(16))));
        return new PublishedDraw(
                row.getString(11), Optional.ofNullable(seed).map(DrawSeed::of), row.getLong(13), value);
    }

    /** @return false when another node has become the controller meanwhile: nothing was called */
    boolean call(long token, AdmissionDecision decision, double ratePerSecond) throws SQLException {
        List<Map.Entry<WindowId, Call>> calls = List.copyOf(decision.calls().entrySet());
        call.setLong(1, token);
        call.setArray(2, array("text", calls.stream().map(each -> each.getKey().value())));
        call.setArray(
                3, array("bigint", calls.stream().map(each -> each.getValue().nowServing())));
        call.setArray(
                4, array("float8", calls.stream().map(each -> each.getValue().ratePerSecond())));
        call.setDouble(5, ratePerSecond);
        call.setDouble(6, decision.memory().factor());
        try (ResultSet row = call.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private java.sql.Array array(String type, java.util.stream.Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
