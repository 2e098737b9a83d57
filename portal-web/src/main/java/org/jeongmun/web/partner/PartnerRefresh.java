package org.jeongmun.web.partner;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jeongmun.lock.reading.ConnectionSource;

/**
 * The one thread that keeps the partners up to date, so that no request needs a statement: a key that is taken away is
 * refused within a second. It outlives every failure.
 */
final class PartnerRefresh implements Runnable {
    private static final Logger LOG = System.getLogger(PartnerRefresh.class.getName());
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_END_MILLIS = 2_000;

    private final Partners partners;
    private final ConnectionSource connections;
    private final Thread thread = new Thread(this, "portal-partners");
    private PartnerReader reader;
    private long failures;
    private volatile boolean stopped;

    PartnerRefresh(Partners partners, ConnectionSource connections) {
        this.partners = partners;
        this.connections = connections;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the last telling, but not for a database that is silent. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            refresh();
            LockSupport.parkNanos(PAUSE);
        }
        refresh(); // what has been asked in the last half second counts as well
        forgetConnection();
    }

    private void refresh() {
        try {
            if (reader == null) {
                reader = new PartnerReader(connections.open());
            }
            reader.tell(partners.allowances());
            LocalDate today = reader.today();
            partners.show(today, reader.partners(today));
            if (failures > 0) {
                LOG.log(Level.INFO, "partners.regained failures={0}", failures);
            }
            failures = 0;
        } catch (SQLException | RuntimeException | Error failure) {
            forgetConnection();
            if (failures++ == 0) {
                LOG.log(Level.WARNING, "partners.lost reason={0}", failure.toString());
            }
        }
    }

    private void forgetConnection() {
        if (reader == null) {
            return;
        }
        try {
            reader.close();
        } catch (SQLException alreadyBroken) {
            LOG.log(Level.DEBUG, "partners.connection.close", alreadyBroken);
        }
        reader = null;
    }
}
