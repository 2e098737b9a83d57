package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jeongmun.reservation.Reservations.HoldRequest;
import org.jeongmun.web.batch.BatchQueue;
import org.jeongmun.web.batch.Pending;

/**
 * Looks why places were not to be had, for many at once: when the last one is gone, everybody asks. Safe for many
 * threads.
 */
final class Situations implements AutoCloseable {
    /** Each may look for a second dose, and all of them together have the time of one statement. */
    private static final BatchQueue.Bounds BOUNDS = new BatchQueue.Bounds(2_000, 20);

    private static final Told TOO_LATE = () -> {
        throw new SQLException("The look came too late.", SqlStates.TOOK_TOO_LONG);
    };

    private final DataSource source;
    private final BatchQueue<HoldRequest, Told> queue =
            new BatchQueue<>("portal-situation", BOUNDS, TOO_LATE, this::look);

    /** What somebody is told. */
    private interface Told {
        Situation orThrow() throws SQLException;
    }

    /** Begins to serve. */
    Situations(DataSource source) {
        this.source = source;
        queue.start();
    }

    /** Waits for 2.8 seconds at the most, without a hand. */
    Situation of(HoldRequest request) throws SQLException {
        return queue.put(request).await().orThrow();
    }

    private void look(List<Pending<HoldRequest, Told>> together) {
        List<Pending<HoldRequest, Told>> waiting =
                together.stream().filter(Pending::isWaiting).toList();
        if (waiting.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT * FROM situations(?, ?, ?, ?)")) {
            List<HoldRequest> requests = waiting.stream().map(Pending::request).toList();
            set(statement, 1, "bigint", requests, request -> request.slot().value());
            set(statement, 2, "text", requests, request -> request.campaign().value());
            set(statement, 3, "text", requests, request -> request.person().value());
            set(statement, 4, "text", requests, request -> request.window().id().value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Situation found = Situation.of(row);
                    waiting.get(row.getInt("nth") - 1).tell(() -> found);
                }
            }
        } catch (SQLException said) {
            waiting.forEach(asked -> asked.tell(() -> {
                throw said;
            }));
        }
    }

    private static void set(
            PreparedStatement statement,
            int parameter,
            String type,
            List<HoldRequest> requests,
            Function<HoldRequest, Object> value)
            throws SQLException {
        statement.setArray(
                parameter,
                statement
                        .getConnection()
                        .createArrayOf(type, requests.stream().map(value).toArray()));
    }

    /** Looks for nobody any more. */
    @Override
    public void close() {
        queue.close();
    }
}
