package org.jeongmun.web.reservation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.schedule.CampaignId;

/** Reads reservations, with the slot and the clinic that they name. Safe for many threads. */
final class ReservationRows implements AutoCloseable {
    private static final String READ = "SELECT r FROM Reservation r JOIN FETCH r.slot s JOIN FETCH s.clinic"
            + " LEFT JOIN FETCH r.second t LEFT JOIN FETCH t.clinic WHERE ";
    private static final String ACTIVE = " AND (r.state = org.jeongmun.reservation.ReservationState.CONFIRMED"
            + " OR r.state = org.jeongmun.reservation.ReservationState.HELD"
            + " AND r.holdExpiresAt > FUNCTION('portal_now'))";

    private final DataSource source;
    private EntityManagerFactory entities;

    ReservationRows(DataSource source) {
        this.source = source;
    }

    /** @return the reservation of that code, in whatever state */
    Optional<Reservation> withCode(String code) {
        return read("r.code = :code", query -> query.setParameter("code", code));
    }

    /** @return the active reservation of that code, if it is of that phone */
    Optional<Reservation> activeWithCode(ReservationCode code, PersonKey phone) {
        return read(
                "r.code = :code AND r.phone = :phone" + ACTIVE,
                query -> query.setParameter("code", code.value()).setParameter("phone", phone.value()));
    }

    /** @return the person's active reservation */
    Optional<Reservation> activeOf(CampaignId campaign, PersonKey person) {
        return read(
                "r.campaign = :campaign AND r.person = :person" + ACTIVE,
                query -> query.setParameter("campaign", campaign.value()).setParameter("person", person.value()));
    }

    private Optional<Reservation> read(String condition, Consumer<TypedQuery<ReservationRow>> parameters) {
        try (EntityManager manager = entities().createEntityManager()) {
            TypedQuery<ReservationRow> query = manager.createQuery(READ + condition, ReservationRow.class);
            parameters.accept(query);
            query.setHint(QueryHints.READ_ONLY, HintValues.TRUE);
            return query.getResultStream().findFirst().map(ReservationRow::reservation);
        }
    }

    /** Opened by whoever reads first: a portal starts without its database, and is shut until that is there. */
    private synchronized EntityManagerFactory entities() {
        if (entities == null) {
            entities = Persistence.createEntityManagerFactory(
                    "portal", Map.of("jakarta.persistence.nonJtaDataSource", source));
        }
        return entities;
    }

    @Override
    public synchronized void close() {
        if (entities != null) {
            entities.close();
            entities = null;
        }
    }
}
