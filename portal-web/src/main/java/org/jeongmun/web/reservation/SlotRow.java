package org.jeongmun.web.reservation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.reservation.Reservation;

/** A slot as a reservation names it. Read, never written: its count is the database's. */
@Entity(name = "Slot")
@Table(name = "slot")
class SlotRow {
    @Id
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "clinic_id")
    private ClinicRow clinic;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "vaccine")
    private String vaccine;

    /** For Jakarta Persistence. */
    protected SlotRow() {}

    Reservation.Place place() {
        return new Reservation.Place(
                new SlotId(id),
                new ClinicId(clinic.id()),
                clinic.name(),
                clinic.address(),
                clinic.phone(),
                startsAt,
                vaccine);
    }
}
