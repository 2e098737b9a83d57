package org.jeongmun.web.reservation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jeongmun.reservation.Reservations;

/** Makes the one {@link Reservations} of this node, on the pool that {@code web.xml} declares. */
@ApplicationScoped
class ReservationsProducer {
    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource source;

    @Produces
    @Singleton
    @Typed({Reservations.class, PostgresReservations.class})
    PostgresReservations reservations() {
        return new PostgresReservations(source);
    }

    void close(@Disposes PostgresReservations reservations) {
        reservations.close();
    }
}
