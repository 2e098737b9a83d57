package org.jeongmun.web.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.batch.BatchQueue;
import org.jeongmun.web.batch.Pending;

/**
 * Where this node's people leave their numbers at the end of a journey, so that a crowd costs one transaction for many.
 * Safe for many threads.
 */
final class SpendQueue implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SpendQueue.class.getName());
    private static final String SPEND = "SELECT nth, is_first FROM spend_journeys(?, ?)";

    private final DataSource source;
    private final BatchQueue<Spending, Boolean> queue =
            new BatchQueue<>("portal-spending", new BatchQueue.Bounds(1_000, 100), false, new Together());
    private boolean away;

    private record Spending(WindowId window, long number) {}

    /** @param source connections in the portal's own role, which give up on a silent database within seconds */
    SpendQueue(DataSource source) {
        this.source = source;
        queue.start();
    }

    /** @return whether this was the first journey of the number; not so while the database is away */
    boolean isFirst(WindowId window, long number) {
        return queue.put(new Spending(window, number)).await();
    }

    /** What the queue does with those who have come. Who has given up has had their journey all the same. */
    private final class Together implements BatchQueue.Work<Spending, Boolean> {
        @Override
        public void serve(List<Pending<Spending, Boolean>> together) {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement(SPEND)) {
                Object[] windows = together.stream()
                        .map(each -> each.request().window().value())
                        .toArray();
                Object[] numbers =
                        together.stream().map(each -> each.request().number()).toArray();
                statement.setArray(1, connection.createArrayOf("text", windows));
                statement.setArray(2, connection.createArrayOf("bigint", numbers));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        together.get(row.getInt(1) - 1).tell(row.getBoolean(2));
                    }
                }
                away = false;
            } catch (SQLException silent) {
                if (!away) {
                    away = true;
                    LOG.log(Level.WARNING, "line.spend.away sqlstate={0}", silent.getSQLState());
                }
            }
        }
    }

    /** Takes no more; returns when what is under way is stored. */
    @Override
    public void close() {
        queue.close();
    }
}
