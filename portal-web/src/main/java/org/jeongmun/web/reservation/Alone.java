package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jeongmun.web.batch.Pending;
import org.jeongmun.web.reservation.Answer.Failed;

/**
 * Serves, each in a transaction of their own, those who would have held up others: they wait for another transaction,
 * with a connection, for as long as their patience lasts. So only a few do at a time. Safe for many threads.
 */
final class Alone {
    /** Of a pool's connections so many may wait for another transaction with the same call; see {@code web.xml}. */
    private static final int MOST_AT_ONCE = 3;

    /** Nothing is begun for whoever will hardly wait for its end: they would be told that it was not done. */
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final DataSource source;
    private final Map<BookingCall, Semaphore> free = new EnumMap<>(BookingCall.class);

    Alone(DataSource source) {
        this.source = source;
        for (BookingCall call : BookingCall.values()) {
            free.put(call, new Semaphore(MOST_AT_ONCE, true));
        }
    }

    /** @return whether they wait, and for long enough */
    static boolean isWorthBeginning(Pending<BookingStep, Answer> asked) {
        return asked.isWaiting() && beginsWithinNanos(asked) > 0;
    }

    private static long beginsWithinNanos(Pending<BookingStep, Answer> asked) {
        return asked.leftNanos() - LEAST_NANOS;
    }

    /** Has it done before their patience ends, or not at all. */
    Answer serve(Pending<BookingStep, Answer> asked) {
        BookingStep step = asked.request();
        Semaphore permits = free.get(step.call());
        if (!isFree(permits, beginsWithinNanos(asked))) {
            return Answer.TOO_LATE;
        }
        try (Connection connection = source.getConnection()) {
            return beginsWithinNanos(asked) > 0
                    ? step.askAlone(connection, TimeUnit.NANOSECONDS.toMillis(asked.leftNanos()) + "ms")
                    : Answer.TOO_LATE;
        } catch (SQLException said) {
            return new Failed(said);
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
