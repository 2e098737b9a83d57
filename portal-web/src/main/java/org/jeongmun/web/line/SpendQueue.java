package org.jeongmun.web.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.batch.BatchQueue;
import org.jeongmun.web.load.Hands;

/**
 * Where this node's people leave their numbers at the end of a journey, so that a crowd costs one transaction for many.
 * Nobody waits here for more than three seconds. Safe for many threads.
 */
final class SpendQueue implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SpendQueue.class.getName());
    private static final String SPEND = "SELECT nth, is_first FROM spend_journeys(?, ?)";
    private static final int MOST_QUEUED = 1_000;
    private static final int MOST_TOGETHER = 100;
    private static final long PATIENCE_MILLIS = 2_800;

    private final DataSource source;
    private final BatchQueue<Spending> queue =
            new BatchQueue<>("portal-spending", MOST_QUEUED, MOST_TOGETHER, new Together());
    private boolean away;

    private record Spending(WindowId window, long number, CompletableFuture<Boolean> isFirst) {}

    /** @param source connections in the portal's own role, which give up on a silent database within seconds */
    SpendQueue(DataSource source) {
        this.source = source;
        queue.start();
    }

    /** @return whether this was the first journey of the number; not so while the database is away */
    boolean isFirst(WindowId window, long number) {
        Spending spending = new Spending(window, number, new CompletableFuture<>());
        if (!queue.offer(spending)) {
            return false;
        }
        Hands.layDown();
        try {
            return spending.isFirst().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            return spending.isFirst().getNow(false);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return spending.isFirst().getNow(false);
        }
    }

    /** What the queue does with those who have come. Who has given up has had their journey all the same. */
    private final class Together implements BatchQueue.Work<Spending> {
        @Override
        public void serve(List<Spending> together) {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement(SPEND)) {
                Object[] windows =
                        together.stream().map(each -> each.window().value()).toArray();
                Object[] numbers = together.stream().map(Spending::number).toArray();
                statement.setArray(1, connection.createArrayOf("text", windows));
                statement.setArray(2, connection.createArrayOf("bigint", numbers));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        together.get(row.getInt(1) - 1).isFirst().complete(row.getBoolean(2));
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

        @Override
        public void leave(Spending spending) {
            spending.isFirst().complete(false);
        }
    }

    /** Takes no more; returns when what is under way is stored. */
    @Override
    public void close() {
        queue.close();
    }
}
