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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.web.batch.BatchQueue;
import org.jeongmun.web.load.Hands;

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

    /** Of a pool's connections so many may wait for another transaction; see {@code web.xml}. */
    private static final int MOST_ALONE = 3;

    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2_800);

    /** Nothing is begun for whoever will hardly wait for its end: they would be told that it was not done. */
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String FOR_A_MOMENT = "100ms";
    private static final String WITHOUT_LIMIT = "0";
    private static final String HAD_TO_WAIT = "55P03";

    private final DataSource source;
    private final Call call;
    private final List<Parameter<Q>> parameters;
    private final BatchQueue<Asked<Q>> queue;
    private final Semaphore aloneAtOnce = new Semaphore(MOST_ALONE, true);

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
     * Waits until it is stored, or refused, or for 2.8 seconds. For whoever has given up by then nothing is done any
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
        Optional<Reservation> stored = Optional.empty();
        Hands.layDown();
        try {
            stored = together(asked);
            return stored;
        } finally {
            if (stored.isEmpty()) {
                // There is more to ask, or a page to write.
                Hands.takeUp();
            }
        }
    }

    private Optional<Reservation> together(Asked<Q> asked) throws SQLException {
        try {
            return answer(asked);
        } catch (SQLException said) {
            if (!HAD_TO_WAIT.equals(said.getSQLState())) {
                throw said;
            }
            return alone(asked);
        }
    }

    private Optional<Reservation> answer(Asked<Q> asked) throws SQLException {
        try {
            asked.answer().get(PATIENCE_NANOS, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            leave(asked);
        } catch (InterruptedException interrupted) {
            leave(asked);
            Thread.currentThread().interrupt();
        } catch (ExecutionException said) {
            throw (SQLException) said.getCause();
        }
        try {
            // What came at the last moment counts.
            return asked.answer().join();
        } catch (CompletionException said) {
            throw (SQLException) said.getCause();
        }
    }

    /** Has what is left of the patience, and no more; few at a time, because each may wait with a connection. */
    private Optional<Reservation> alone(Asked<Q> asked) throws SQLException {
        if (!isFree(asked.leftNanos() - LEAST_NANOS)) {
            throw tooLate();
        }
        try (Connection connection = source.getConnection()) {
            if (asked.leftNanos() < LEAST_NANOS) {
                throw tooLate();
            }
            String left = TimeUnit.NANOSECONDS.toMillis(asked.leftNanos()) + "ms";
            return answers(connection, List.of(asked.question()), left).get(0).orThrow();
        } finally {
            aloneAtOnce.release();
        }
    }

    private boolean isFree(long patienceNanos) {
        try {
            return aloneAtOnce.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
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
        return new SQLTimeoutException("The database was not reached in time.", Answer.TOO_LATE);
    }

    private static void leave(Asked<?> asked) {
        if (!asked.answer().isDone()) {
            asked.answer().completeExceptionally(tooLate());
        }
    }

    /** Serves nobody any more. */
    @Override
    public void close() {
        queue.close();
    }
}
