package org.jeongmun.web.attempt;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jeongmun.lock.attempt.Attempt;
import org.jeongmun.web.attempt.Unwritten.Batch;

/**
 * What is told to the database, over one connection. Both are functions of it, because the tables are not ours to
 * change.
 */
final class AttemptStatements implements AutoCloseable {
    private static final String COUNT = "SELECT count_gate_attempts(?, ?, ?, ?, ?, ?)";
    private static final String HERE = "SELECT tell_of_node(?, ?, ?)";

    private final Connection connection;
    private final String node;

    AttemptStatements(Connection connection, String node) {
        this.connection = connection;
        this.node = node;
    }

    /** Adds the counts in one statement: all of them are written, or none. */
    void add(List<Batch> batches, long nowNanos) throws SQLException {
        List<Double> ages = new ArrayList<>();
        List<Attempt> kinds = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (Batch batch : batches) {
            double age = (nowNanos - batch.takenAtNanos()) / (double) TimeUnit.SECONDS.toNanos(1);
            batch.counts().forEach((kind, count) -> {
                ages.add(age);
                kinds.add(kind);
                counts.add(count);
            });
        }
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, node);
            statement.setArray(2, connection.createArrayOf("float8", ages.toArray()));
            statement.setArray(3, texts(kinds.stream().map(kind -> kind.door().name())));
            statement.setArray(4, texts(kinds.stream().map(Attempt::route)));
            statement.setArray(5, texts(kinds.stream().map(Attempt::state)));
            statement.setArray(6, connection.createArrayOf("bigint", counts.toArray()));
            statement.execute();
        }
    }

    private Array texts(Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** Says that this node is there. */
    void tellOfThisNode(String status, OptionalDouble clockBound) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HERE)) {
            statement.setString(1, node);
            statement.setString(2, status);
            if (clockBound.isPresent()) {
                statement.setDouble(3, clockBound.getAsDouble());
            } else {
                statement.setNull(3, Types.DOUBLE);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
