package org.jeongmun.web.reservation;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.jeongmun.reservation.Reservations;

/** Has overdue holds given back as long as the application runs. Declared in {@code web.xml}. */
public final class SweepLifecycle implements ServletContextListener {
    private final Reservations reservations;
    private OverdueSweep sweep;

    /** @param reservations whose overdue holds are given back */
    @Inject
    public SweepLifecycle(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        sweep = new OverdueSweep(reservations);
        sweep.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (sweep != null) {
            sweep.stop();
        }
    }
}
