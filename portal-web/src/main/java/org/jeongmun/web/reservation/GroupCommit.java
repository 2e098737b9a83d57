package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.web.batch.BatchQueue;
import org.jeongmun.web.batch.Pending;
import org.jeongmun.web.reservation.Answer.Failed;
import org.jeongmun.web.reservation.Answer.Refused;

/**
 * Does what many people ask for at once in one transaction, in which each has an outcome of their own. Nobody is told
 * anything before it is stored. Whoever would have to wait there for another transaction makes way for the others and
 * is served alone. Safe for many threads.
 */
final class GroupCommit implements AutoCloseable {
    /** Each may be a subtransaction, and of 64 at most PostgreSQL keeps the numbers where others find them at once. */
    private static final BatchQueue.Bounds BOUNDS = new BatchQueue.Bounds(2_000, 50);

    private static final String FOR_A_MOMENT = "100ms";

    private final DataSource source;
    private final Alone alone;
    private final BatchQueue<BookingStep, Answer> queue =
            new BatchQueue<>("portal-booking", BOUNDS, Answer.TOO_LATE, new Together());

    /** Begins to serve. */
    GroupCommit(DataSource source) {
        this.source = source;
        this.alone = new Alone(source);
        queue.start();
    }

    /**
     * Waits until it is stored, or refused, or for 2.8 seconds. For whoever has given up by then nothing is done any
     * more, unless the transaction had begun a second before.
     *
     * @return what was changed; empty when nothing was
     * @throws SQLException with the state of the guard that has refused it, or because of the database itself
     */
    Optional<Reservation> ask(BookingStep step) throws SQLException {
        Pending<BookingStep, Answer> asked = queue.put(step);
        Answer said = asked.await();
        if (said instanceof Refused refused && SqlStates.HAD_TO_WAIT.equals(refused.sqlState())) {
            said = alone.serve(asked);
        }
        return said.orThrow();
    }

    /** What the queue does with those who have come. */
    private final class Together implements BatchQueue.Work<BookingStep, Answer> {
        @Override
        public void serve(List<Pending<BookingStep, Answer>> together) {
            Map<BookingCall, List<Pending<BookingStep, Answer>>> calls = together.stream()
                    .filter(Alone::isWorthBeginning)
                    .collect(Collectors.groupingBy(
                            asked -> asked.request().call(),
                            () -> new EnumMap<>(BookingCall.class),
                            Collectors.toList()));
            if (calls.isEmpty()) {
                return;
            }
            try (Connection connection = source.getConnection()) {
                stored(connection, calls).forEach(Told::tell);
            } catch (SQLException said) {
                together.forEach(asked -> asked.tell(new Failed(said)));
            }
        }
    }

    private record Told(Pending<BookingStep, Answer> asked, Answer answer) {
        void tell() {
            asked.tell(answer);
        }
    }

    /**
     * One call is a transaction by itself: where nobody asks for anything else, that is one way there and back less.
     */
    private static List<Told> stored(Connection connection, Map<BookingCall, List<Pending<BookingStep, Answer>>> calls)
            throws SQLException {
        return calls.size() == 1
                ? answered(connection, calls)
                : AllOrNothing.on(connection, () -> answered(connection, calls));
    }

    /** In the order of the calls. */
    private static List<Told> answered(
            Connection connection, Map<BookingCall, List<Pending<BookingStep, Answer>>> calls) throws SQLException {
        List<Told> told = new ArrayList<>();
        for (Map.Entry<BookingCall, List<Pending<BookingStep, Answer>>> entry : calls.entrySet()) {
            // Those who ask for something else may have taken long.
            List<Pending<BookingStep, Answer>> waiting =
                    entry.getValue().stream().filter(Alone::isWorthBeginning).toList();
            if (!waiting.isEmpty()) {
                told.addAll(answeredBy(entry.getKey(), connection, waiting));
            }
        }
        return told;
    }

    private static List<Told> answeredBy(
            BookingCall call, Connection connection, List<Pending<BookingStep, Answer>> waiting) throws SQLException {
        List<BookingStep> steps = waiting.stream().map(Pending::request).toList();
        List<Answer> answers = call.answers(connection, steps, FOR_A_MOMENT);
        List<Told> told = new ArrayList<>();
        for (int nth = 0; nth < answers.size(); nth++) {
            told.add(new Told(waiting.get(nth), answers.get(nth)));
        }
        return told;
    }

    /** Serves nobody any more. */
    @Override
    public void close() {
        queue.close();
    }
}
