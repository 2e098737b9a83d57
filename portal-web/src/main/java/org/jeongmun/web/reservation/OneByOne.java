package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jeongmun.reservation.Reservation;

/**
 * Serves those each in a transaction of their own who would have held up others: they wait for another transaction, with a
 * connection, for as long as their patience lasts. So few do at a time. Safe for many threads.
 */
final class OneByOne {
    /** Of a pool's connections so many may wait for another transaction; see {@code web.xml}. */
    private static final int MOST_AT_ONCE = 6;

    private final DataSource source;
    private final Semaphore free = new Semaphore(MOST_AT_ONCE, true);

    OneByOne(DataSource source) {
        this.source = source;
    }

    /** @return what was changed; empty when nothing was */
    Optional<Reservation> serve(Asked asked) throws SQLException {
        if (!isFree(asked.beginsWithinNanos())) {
            throw Asked.tooLate();
        }
        try (Connection connection = source.getConnection()) {
            if (asked.beginsWithinNanos() < 0) {
                throw Asked.tooLate();
            }
            String patience = TimeUnit.NANOSECONDS.toMillis(asked.leftNanos()) + "ms";
            BookingStep step = asked.step();
            return step.call()
                    .answers(connection, List.of(step), patience)
                    .get(0)
                    .orThrow();
        } finally {
            free.release();
        }
    }

    private boolean isFree(long patienceNanos) {
        try {
            return free.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
