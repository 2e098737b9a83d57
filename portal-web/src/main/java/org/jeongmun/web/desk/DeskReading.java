package org.jeongmun.web.desk;

import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the database for the desk at most every other second, however many operators look. Thread-safe. */
@Singleton
final class DeskReading {
    private static final Logger LOG = System.getLogger(DeskReading.class.getName());
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(2);

    private long readAtNanos = System.nanoTime() - FRESH_NANOS;
    private Optional<DeskNumbers> latest = Optional.empty();

    /** @return empty while the database does not answer */
    synchronized Optional<DeskNumbers> numbers() {
        if (System.nanoTime() - readAtNanos >= FRESH_NANOS) {
            latest = read();
            readAtNanos = System.nanoTime();
        }
        return latest;
    }

    /** What an operator has just changed is to be seen at once. */
    synchronized void forget() {
        readAtNanos = System.nanoTime() - FRESH_NANOS;
    }

    private static Optional<DeskNumbers> read() {
        try {
            return Optional.of(DeskNumbers.read());
        } catch (SQLException silent) {
            LOG.log(Level.WARNING, "desk.unread reason={0}", silent.toString());
            return Optional.empty();
        }
    }
}
