package org.jeongmun.web.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.lock.reading.ConnectionSource;
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
    private static final Logger LOG = System.getLogger(JoinQueue.class.getName());
    private static final JoinOutcome LATER = new Refused(JoinRefusal.TRY_AGAIN_LATER);

    private final BatchQueue<JoinRequest, JoinOutcome> queue =
            new BatchQueue<>("portal-joining", new BatchQueue.Bounds(10_000, 1_000), LATER, new Joining());
    private final ConnectionSource connections;
    private JoinStatement statement;
    private long failures;

    /** @param connections in the portal's own role, which give up on a silent database within two seconds */
    public JoinQueue(ConnectionSource connections) {
        this.connections = connections;
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
                    .forEach(JoinQueue.this::serveLine);
        }

        @Override
        public void end() {
            forgetConnection();
        }
    }

    private void serveLine(JoinRequest.OfLine line, List<Pending<JoinRequest, JoinOutcome>> people) {
        try {
            if (statement == null) {
                statement = new JoinStatement(connections.open());
            }
            Map<String, Long> numbers =
                    statement.join(line, people.stream().map(Pending::request).toList());
            people.forEach(each -> each.tell(joined(each.request(), numbers)));
            failures = 0;
        } catch (SQLException said) {
            Optional<JoinRefusal> refusal = JoinStatement.refusal(said);
            refusal.ifPresent(reason -> people.forEach(each -> each.tell(new Refused(reason))));
            if (refusal.isEmpty()) {
                lost(said.getSQLState() == null ? "none" : said.getSQLState());
            }
        } catch (RuntimeException | Error bug) {
            lost(bug.getClass().getSimpleName());
        }
    }

    private static JoinOutcome joined(JoinRequest request, Map<String, Long> numbers) {
        Long number = numbers.get(request.person().value());
        return number == null
                ? LATER
                : new Joined(new Ticket(request.campaign(), request.window(), request.person(), number));
    }

    /** The message is left out: it can repeat a person's key. */
    private void lost(String reason) {
        forgetConnection();
        if (failures++ == 0) {
            LOG.log(Level.WARNING, "line.joining.lost reason={0}", reason);
        }
    }

    private void forgetConnection() {
        if (statement == null) {
            return;
        }
        try {
            statement.close();
        } catch (SQLException alreadyBroken) {
            LOG.log(Level.DEBUG, "line.joining.close", alreadyBroken);
        }
        statement = null;
    }

    @Override
    public void close() {
        queue.close();
    }
}
