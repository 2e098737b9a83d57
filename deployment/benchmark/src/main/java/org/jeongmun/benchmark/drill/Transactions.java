package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jeongmun.benchmark.ledger.DatabaseWork;

/** Counts the transactions of something by itself: everything told, and the portal's own readers taken off. */
final class Transactions {
    /** A session of PostgreSQL that has nothing more to do tells what it has done after ten seconds. */
    private static final Duration TOLD_AFTER = Duration.ofSeconds(11);

    private final Connection database;

    /** What goes on while transactions are counted. */
    interface Meanwhile {
        void run() throws IOException;
    }

    /** So many in so many seconds, the ten among them in which sessions tell what they have done. */
    record Counted(long transactions, double seconds) {
        /** @return how many more there were than in as long a time in which nobody asked for anything */
        double beyond(Counted quiet) {
            return transactions - quiet.transactions / quiet.seconds * seconds;
        }
    }

    /** Waits until what went on before has been told. */
    Transactions(Connection database) {
        this.database = database;
        sleep(TOLD_AFTER);
    }

    /** Counts those of that time, when nobody asks for anything. */
    Counted quiet(Duration time) throws IOException, SQLException {
        return during(() -> sleep(time));
    }

    /** Counts those of what goes on meanwhile, and waits until they have been told. */
    Counted during(Meanwhile meanwhile) throws IOException, SQLException {
        DatabaseWork before = DatabaseWork.now(database);
        long began = System.nanoTime();
        meanwhile.run();
        sleep(TOLD_AFTER);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Counted(DatabaseWork.now(database).since(before).transactions(), seconds);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
