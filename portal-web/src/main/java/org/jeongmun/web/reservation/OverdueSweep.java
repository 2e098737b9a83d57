package org.jeongmun.web.reservation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.jeongmun.lock.reading.Poll;
import org.jeongmun.reservation.Reservations;

/**
 * The thread that gives the places of overdue holds back, about once a second. Any number of nodes may sweep: they
 * pass over what another is at.
 */
final class OverdueSweep {
    private static final Logger LOG = System.getLogger(OverdueSweep.class.getName());
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    /** Their slots are locked until all are given back, and people who book wait for that. */
    private static final int MOST_AT_ONCE = 50;

    private final Reservations reservations;
    private final Poll poll = new Poll("portal-overdue", this::sweep, () -> {});
    private boolean failing;

    OverdueSweep(Reservations reservations) {
        this.reservations = reservations;
    }

    void start() {
        poll.start();
    }

    void stop() {
        poll.stop();
    }

    /** As long as some are given back there may be more; those that somebody is at are no reason to hurry. */
    private long sweep() {
        return sweepOnce() == 0 ? PAUSE : 0;
    }

    private int sweepOnce() {
        try {
            int given = reservations.expireOverdue(MOST_AT_ONCE);
            failing = false;
            return given;
        } catch (RuntimeException | Error failure) {
            if (!failing) {
                LOG.log(Level.WARNING, "reservation.sweep.failed reason={0}", failure.toString());
            }
            failing = true;
            return 0;
        }
    }
}
