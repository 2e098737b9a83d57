package org.jeongmun.web.line;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.lock.reading.ConnectionSource;
import org.jeongmun.lock.reading.OwnSession;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.JoinOutcome;
import org.jeongmun.waitingroom.JoinOutcome.Joined;
import org.jeongmun.waitingroom.JoinOutcome.Refused;
import org.jeongmun.waitingroom.JoinRefusal;
import org.jeongmun.waitingroom.JoiningTheLine;
import org.jeongmun.waitingroom.Ticket;
import org.jeongmun.web.batch.BatchQueue;
import org.jeongmun.web.batch.Pending;
import org.jeongmun.web.load.Hands;

/**
 * Where this node's people meet on their way into a line, so that a crowd costs one transaction for many.
 */
public final class JoinQueue implements JoiningTheLine, AutoCloseable {
    private static final JoinOutcome LATER = new Refused(JoinRefusal.TRY_AGAIN_LATER);

    private final BatchQueue<JoinRequest, JoinOutcome> queue =
            new BatchQueue<>("portal-joining", new BatchQueue.Bounds(10_000, 1_000), LATER, new Joining());
    private final OwnSession<JoinStatement> session;

    /** @param connections in the portal's own role, which give up on a silent database within two seconds */
    public JoinQueue(ConnectionSource connections) {
        session = new OwnSession<>("line.joining", connections, JoinStatement::new);
    }

    /** Begins to serve, in a thread that keeps no process alive. */
    public void start() {
        queue.start();
    }

    @Override
    public JoinOutcome join(CampaignId campaign, WindowId window, PersonKey person) {
        JoinOutcome told = put(campaign, window, person).await();
        // Who is refused is still to be shown a page.
        if (!(told instanceof Joined)) {
            Hands.takeUp();
        }
        return told;
    }

    /** @return completed once it is stored or cannot be; at once when the queue is full */
    public CompletableFuture<JoinOutcome> joinSoon(CampaignId campaign, WindowId window, PersonKey person) {
        return put(campaign, window, person).answer();
    }

    private Pending<JoinRequest, JoinOutcome> put(CampaignId campaign, WindowId window, PersonKey person) {
        return queue.put(new JoinRequest(campaign, window, person));
    }

    /** What the queue does with those who have come. */
    private final class Joining implements BatchQueue.Work<JoinRequest, JoinOutcome> {
        @Override
        public void serve(List<Pending<JoinRequest, JoinOutcome>> together) {
            together.stream()
                    // Who has given up waiting is not put in line behind their own back.
                    .filter(Pending::isWaiting)
                    .collect(Collectors.groupingBy(
                            each -> each.request().ofLine(), LinkedHashMap::new, Collectors.toList()))
                    .forEach((line, people) -> session.ask(statement -> serveLine(statement, line, people)));
        }

        @Override
        public void end() {
            session.close();
        }
    }

    /** A refusal costs nobody the connection. */
    private static boolean serveLine(
            JoinStatement statement, JoinRequest.OfLine line, List<Pending<JoinRequest, JoinOutcome>> people)
            throws SQLException {
        try {
            Map<String, Long> numbers =
                    statement.join(line, people.stream().map(Pending::request).toList());
            people.forEach(each -> each.tell(joined(each.request(), numbers)));
        } catch (SQLException said) {
            // Its message goes no further: it can repeat a person's key.
            JoinRefusal reason =
                    JoinStatement.refusal(said).orElseThrow(() -> new SQLException("sqlstate=" + said.getSQLState()));
            people.forEach(each -> each.tell(new Refused(reason)));
        }
        return true;
    }

    private static JoinOutcome joined(JoinRequest request, Map<String, Long> numbers) {
        Long number = numbers.get(request.person().value());
        return number == null
                ? LATER
                : new Joined(new Ticket(request.campaign(), request.window(), request.person(), number));
    }

    @Override
    public void close() {
        queue.close();
    }
}
