package org.jeongmun.web.desk;

import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jeongmun.lock.reading.OwnConnection;
import org.jeongmun.web.config.PortalDatabase;
import org.jeongmun.web.desk.DeskNumbers.Count;

/**
 * How many bookings there are of each state. To count millions takes the database a second or more, so it is done
 * beside the rest of the desk, which shows the last count meanwhile, and for a twentieth of the time at the most.
 * Thread-safe.
 */
@Singleton
final class BookingCounts {
    private static final Logger LOG = System.getLogger(BookingCounts.class.getName());
    private static final String COUNT = "SELECT state, count(*) FROM reservation GROUP BY state ORDER BY state";
    private static final int LONGEST_SILENCE_MILLIS =
            (int) Duration.ofMinutes(1).toMillis();
    private static final long PAGE_WAITS_MILLIS = 500;
    private static final long LEAST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int TIMES_AS_LONG = 20;

    private CompletableFuture<Counted> counting;
    private Optional<List<Count>> latest = Optional.empty();
    private long countAgainAtNanos = System.nanoTime();

    /** @param counts empty where the database did not answer */
    private record Counted(Optional<List<Count>> counts, long pauseUntilNanos) {}

    /** @return as of some seconds ago; empty while the first count is under way, or the database does not answer */
    Optional<List<Count>> latest() {
        begun().ifPresent(BookingCounts::waitAMoment);
        return known();
    }

    private synchronized Optional<CompletableFuture<Counted>> begun() {
        if (counting == null && System.nanoTime() - countAgainAtNanos >= 0) {
            counting = CompletableFuture.supplyAsync(BookingCounts::count, BookingCounts::onItsOwnThread);
        }
        return Optional.ofNullable(counting);
    }

    private static void waitAMoment(CompletableFuture<Counted> counting) {
        try {
            counting.get(PAGE_WAITS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException underWay) {
            // The page shows what was counted before.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<List<Count>> known() {
        if (counting != null && counting.isDone()) {
            CompletableFuture<Counted> done = counting;
            // First: what a count has thrown is thrown once, and the next look counts again.
            counting = null;
            Counted counted = done.join();
            latest = counted.counts();
            countAgainAtNanos = counted.pauseUntilNanos();
        }
        return latest;
    }

    private static Counted count() {
        long began = System.nanoTime();
        Optional<List<Count>> counts = Optional.empty();
        try {
            counts = Optional.of(read());
        } catch (SQLException silent) {
            LOG.log(Level.WARNING, "desk.uncounted sqlstate={0}", silent.getSQLState());
        }
        long ended = System.nanoTime();
        return new Counted(counts, ended + Math.max(LEAST_PAUSE_NANOS, TIMES_AS_LONG * (ended - began)));
    }

    private static List<Count> read() throws SQLException {
        List<Count> counts = new ArrayList<>();
        try (Connection connection = PortalDatabase.connect("jeongmun desk bookings");
                Statement statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE_MILLIS);
            statement.execute(OwnConnection.LONG_PATIENCE);
            try (ResultSet row = statement.executeQuery(COUNT)) {
                while (row.next()) {
                    counts.add(new Count(row.getString(1), row.getLong(2)));
                }
            }
        }
        return counts;
    }

    private static void onItsOwnThread(Runnable work) {
        Thread counter = new Thread(work, "portal-desk-bookings");
        counter.setDaemon(true);
        counter.start();
    }
}
