package org.jeongmun.web.reservation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.web.batch.BatchQueue;

/**
 * Does what many people ask for at once in one transaction, in which each has an outcome of their own. Nobody is told
 * anything before it is stored. Who would have to wait there for another transaction makes way for the others and is
 * served alone. Safe for many threads.
 *
 * @param <Q> what a person asks for
 */
final class GroupCommit<Q> implements AutoCloseable {
    private static final int MOST_QUEUED = 1_000;

    /** Of each transaction the server has room for 64 parts in shared memory; with more all others have to look elsewhere. */
    private static final int MOST_TOGETHER = 50;

    private static final long PATIENCE_MILLIS = 2_800;
    private static final String PATIENCE_FOR_OTHERS = "100ms";
    private static final String PATIENCE_ALONE = "0";
    private static final String TOO_LATE = "57014";
    private static final String HAD_TO_WAIT = "55P03";

    private final DataSource source;
    private final String sql;
    private final List<Column<Q>> columns;
    private final BatchQueue<Asked<Q>> queue;

    /**
     * What each says, for one parameter of the function, which is an array.
     *
     * @param type of its elements, as the database calls it
     */
    record Column<Q>(String type, Function<Q, Object> value) {}

    private record Asked<Q>(Q question, CompletableFuture<Optional<Reservation>> answer) {}

    private record Answer(Reservation done, String refusal) {}

    /**
     * Begins to serve.
     *
     * @param name of its thread
     * @param function takes an array for each column and then how long to wait for others, and answers with {@code nth},
     *     {@code refusal} and the columns of {@link ReservationColumns#OF_RESERVATION}
     */
    GroupCommit(String name, DataSource source, String function, List<Column<Q>> columns) {
        this.source = source;
        this.columns = columns;
        this.sql = ReservationColumns.selectedFrom(
                function + "(" + "?, ".repeat(columns.size()) + "?)", ", r.nth, r.refusal");
        this.queue = new BatchQueue<>(name, MOST_QUEUED, MOST_TOGETHER, this::serve, GroupCommit::leave);
        queue.start();
    }

    /**
     * Waits until it is done, or cannot be.
     *
     * @return what was changed; empty when nothing was
     * @throws SQLException with the state of the guard that has refused it, or because of the database itself
     */
    Optional<Reservation> ask(Q question) throws SQLException {
        Asked<Q> asked = new Asked<>(question, new CompletableFuture<>());
        if (!queue.offer(asked)) {
            throw tooLate();
        }
        try {
            return asked.answer().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException said) {
            return said.getCause() instanceof SQLException refusal ? orAlone(question, refusal) : failed(said);
        } catch (TimeoutException late) {
            leave(asked);
            throw tooLate();
        } catch (InterruptedException interrupted) {
            leave(asked);
            Thread.currentThread().interrupt();
            throw tooLate();
        }
    }

    private Optional<Reservation> orAlone(Q question, SQLException said) throws SQLException {
        if (!HAD_TO_WAIT.equals(said.getSQLState())) {
            throw new SQLException(said.getMessage(), said.getSQLState(), said);
        }
        try (Connection connection = source.getConnection()) {
            return askAlone(connection, question);
        }
    }

    /** The same for one person, within whatever transaction the connection is in, and as patient as that. */
    Optional<Reservation> askAlone(Connection connection, Q question) throws SQLException {
        List<Answer> answers = answers(connection, List.of(question), PATIENCE_ALONE);
        Answer answer = answers.get(0);
        if (answer != null && answer.refusal() != null) {
            throw refused(answer.refusal());
        }
        return Optional.ofNullable(answer).map(Answer::done);
    }

    private void serve(List<Asked<Q>> together) {
        // For who has given up waiting nothing is done behind their back.
        List<Asked<Q>> waiting =
                together.stream().filter(asked -> !asked.answer().isDone()).toList();
        if (waiting.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection()) {
            List<Answer> answers =
                    answers(connection, waiting.stream().map(Asked::question).toList(), PATIENCE_FOR_OTHERS);
            for (int nth = 0; nth < waiting.size(); nth++) {
                tell(waiting.get(nth).answer(), answers.get(nth));
            }
        } catch (SQLException said) {
            waiting.forEach(asked -> asked.answer().completeExceptionally(said));
        }
    }

    private static void tell(CompletableFuture<Optional<Reservation>> whoever, Answer answer) {
        if (answer != null && answer.refusal() != null) {
            whoever.completeExceptionally(refused(answer.refusal()));
        } else {
            whoever.complete(Optional.ofNullable(answer).map(Answer::done));
        }
    }

    /** @return in the order of the questions; {@code null} where nothing was changed */
    private List<Answer> answers(Connection connection, List<Q> questions, String patience) throws SQLException {
        List<Answer> answers = new ArrayList<>(Collections.nCopies(questions.size(), null));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < columns.size(); index++) {
                Column<Q> column = columns.get(index);
                Object[] values = questions.stream().map(column.value()).toArray();
                Array array = connection.createArrayOf(column.type(), values);
                statement.setArray(index + 1, array);
            }
            statement.setString(columns.size() + 1, patience);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String refusal = row.getString(ReservationColumns.COUNT + 2);
                    Reservation done = refusal == null ? ReservationColumns.reservation(row) : null;
                    answers.set(row.getInt(ReservationColumns.COUNT + 1) - 1, new Answer(done, refusal));
                }
            }
        }
        return answers;
    }

    private static SQLException refused(String state) {
        return new SQLException("The database has refused it.", state);
    }

    private static SQLException tooLate() {
        return new SQLTimeoutException("The database was not reached in time.", TOO_LATE);
    }

    private static <T> T failed(ExecutionException bug) {
        throw new IllegalStateException(bug.getCause());
    }

    private static void leave(Asked<?> asked) {
        asked.answer().completeExceptionally(tooLate());
    }

    /** Serves nobody any more. */
    @Override
    public void close() {
        queue.close();
    }
}
