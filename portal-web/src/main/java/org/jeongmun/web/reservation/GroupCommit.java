package org.jeongmun.web.reservation;

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
 * anything before it is stored. Whoever would have to wait there for another transaction makes way for the others and
 * is served alone. Safe for many threads.
 *
 * @param <Q> what a person asks for
 */
final class GroupCommit<Q> implements AutoCloseable {
    private static final int MOST_QUEUED = 1_000;

    /** Each is a subtransaction, and of 64 at most PostgreSQL keeps the numbers where others find them at once. */
    private static final int MOST_TOGETHER = 50;

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2_800);

    /** Nothing is begun for whoever will hardly wait for its end: they would be told that it was not done. */
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String FOR_A_MOMENT = "100ms";
    private static final String WITHOUT_LIMIT = "0";
    private static final String TOO_LATE = "57014";
    private static final String HAD_TO_WAIT = "55P03";

    private final DataSource source;
    private final Call call;
    private final List<Parameter<Q>> parameters;
    private final BatchQueue<Asked<Q>> queue;

    /**
     * One parameter of the function: an array with an element of each person.
     *
     * @param type of the elements, as the database calls it
     */
    record Parameter<Q>(String type, Function<Q, Object> of) {}

    /** A call of the function that does it for many. */
    interface Call {
        /**
         * Prepares it.
         *
         * @return takes an array for each parameter and then how long to wait for other transactions; answers with the
         *     columns of {@link ReservationColumns#SELECTED}, {@code nth} and {@code refusal}
         */
        PreparedStatement on(Connection connection) throws SQLException;
    }

    private record Asked<Q>(Q question, long untilNanos, CompletableFuture<Optional<Reservation>> answer) {
        long leftNanos() {
            return untilNanos - System.nanoTime();
        }
    }

    /** What the function says of one person: a refusal, or what was changed, or neither. */
    private record Answer(Optional<Reservation> done, Optional<String> refusal) {
        static final Answer NOTHING = new Answer(Optional.empty(), Optional.empty());

        static Answer of(ResultSet row) throws SQLException {
            String refusal = row.getString("refusal");
            if (refusal == null && !ReservationColumns.isWhole(row)) {
                return new Answer(Optional.empty(), Optional.of(TOO_LATE));
            }
            return refusal == null
                    ? new Answer(Optional.of(ReservationColumns.reservation(row)), Optional.empty())
                    : new Answer(Optional.empty(), Optional.of(refusal));
        }

        Optional<Reservation> orThrow() throws SQLException {
            if (refusal.isPresent()) {
                throw new SQLException("The database has refused it.", refusal.get());
            }
            return done;
        }
    }

    /**
     * Begins to serve.
     *
     * @param name of its thread
     * @param parameters in the order of the call
     */
    GroupCommit(String name, DataSource source, Call call, List<Parameter<Q>> parameters) {
        this.source = source;
        this.parameters = parameters;
        this.call = call;
        this.queue = new BatchQueue<>(name, MOST_QUEUED, MOST_TOGETHER, new Together());
        queue.start();
    }

    /**
     * Waits until it is stored, or refused, or for three seconds. For whoever has given up by then nothing is done any
     * more, unless the transaction had begun a second before.
     *
     * @return what was changed; empty when nothing was
     * @throws SQLException with the state of the guard that has refused it, or because of the database itself
     */
    Optional<Reservation> ask(Q question) throws SQLException {
        Asked<Q> asked = new Asked<>(question, System.nanoTime() + PATIENCE_NANOS, new CompletableFuture<>());
        if (!queue.offer(asked)) {
            throw tooLate();
        }
        try {
            return asked.answer().get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (ExecutionException said) {
            return orAlone(asked, (SQLException) said.getCause());
        } catch (TimeoutException late) {
            leave(asked);
            throw tooLate();
        } catch (InterruptedException interrupted) {
            leave(asked);
            Thread.currentThread().interrupt();
            throw tooLate();
        }
    }

    /** Has what is left of the patience, and no more. */
    private Optional<Reservation> orAlone(Asked<Q> asked, SQLException said) throws SQLException {
        if (!HAD_TO_WAIT.equals(said.getSQLState())) {
            throw said;
        }
        if (asked.leftNanos() < LEAST_NANOS) {
            throw tooLate();
        }
        try (Connection connection = source.getConnection()) {
            String left = TimeUnit.NANOSECONDS.toMillis(asked.leftNanos()) + "ms";
            return answers(connection, List.of(asked.question()), left).get(0).orThrow();
        }
    }

    /** The same for one person, within the transaction that the connection is in and as patient as its statements. */
    Optional<Reservation> askAlone(Connection connection, Q question) throws SQLException {
        return answers(connection, List.of(question), WITHOUT_LIMIT).get(0).orThrow();
    }

    /** What the queue does with those who have come. */
    private final class Together implements BatchQueue.Work<Asked<Q>> {
        @Override
        public void serve(List<Asked<Q>> together) {
            List<Asked<Q>> waiting =
                    together.stream().filter(GroupCommit::isWorthBeginning).toList();
            if (waiting.isEmpty()) {
                return;
            }
            try (Connection connection = source.getConnection()) {
                List<Answer> answers = answers(
                        connection, waiting.stream().map(Asked::question).toList(), FOR_A_MOMENT);
                for (int nth = 0; nth < waiting.size(); nth++) {
                    tell(waiting.get(nth).answer(), answers.get(nth));
                }
            } catch (SQLException said) {
                waiting.forEach(asked -> asked.answer().completeExceptionally(said));
            }
        }

        @Override
        public void leave(Asked<Q> asked) {
            GroupCommit.leave(asked);
        }
    }

    private static boolean isWorthBeginning(Asked<?> asked) {
        return !asked.answer().isDone() && asked.leftNanos() > LEAST_NANOS;
    }

    private static void tell(CompletableFuture<Optional<Reservation>> whoever, Answer answer) {
        try {
            whoever.complete(answer.orThrow());
        } catch (SQLException refused) {
            whoever.completeExceptionally(refused);
        }
    }

    /** @return in the order of the questions; stored, unless the connection is in a transaction of the caller's */
    private List<Answer> answers(Connection connection, List<Q> questions, String patience) throws SQLException {
        List<Answer> answers = new ArrayList<>(Collections.nCopies(questions.size(), Answer.NOTHING));
        try (PreparedStatement statement = call.on(connection)) {
            int index = 0;
            for (Parameter<Q> parameter : parameters) {
                Object[] values = questions.stream().map(parameter.of()).toArray();
                statement.setArray(++index, connection.createArrayOf(parameter.type(), values));
            }
            statement.setString(++index, patience);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    answers.set(row.getInt("nth") - 1, Answer.of(row));
                }
            }
        }
        return answers;
    }

    private static SQLException tooLate() {
        return new SQLTimeoutException("The database was not reached in time.", TOO_LATE);
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
