package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jeongmun.reservation.Reservation;

/**
 * Serves, each in a transaction of their own, those who would have held up others: they wait for another transaction, with a
 * connection, for as long as their patience lasts. So only a few do at a time. Safe for many threads.
 */
final class Alone {
    /** Of a pool's connections so many may wait for another transaction with the same call; see {@code web.xml}. */
    private static final int MOST_AT_ONCE = 3;

    private final DataSource source;
    private final Map<BookingCall, Semaphore> free = new EnumMap<>(BookingCall.class);

    Alone(DataSource source) {
        this.source = source;
        for (BookingCall call : BookingCall.values()) {
            free.put(call, new Semaphore(MOST_AT_ONCE, true));
        }
    }

    /** @return what was changed; empty when nothing was */
    Optional<Reservation> serve(Asked asked) throws SQLException {
        BookingStep step = asked.step();
        Semaphore permits = free.get(step.call());
        if (!isFree(permits, asked.beginsWithinNanos())) {
            throw Answer.tooLate();
        }
        try (Connection connection = source.getConnection()) {
            if (asked.beginsWithinNanos() < 0) {
                throw Answer.tooLate();
            }
            return step.askAlone(connection, TimeUnit.NANOSECONDS.toMillis(asked.leftNanos()) + "ms");
        } finally {
            permits.release();
        }
    }

    private static boolean isFree(Semaphore permits, long patienceNanos) {
        try {
            return permits.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
