package org.jeongmun.web.reservation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationState;

/** A reservation as it is stored. Read here; written by {@link ReservationStatements} alone. */
@Entity(name = "Reservation")
@Table(name = "reservation")
class ReservationRow {
    @Id
    private String code;

    @Column(name = "campaign_id")
    private String campaign;

    @Column(name = "person_key")
    private String person;

    @Column(name = "phone_key")
    private String phone;

    @ManyToOne(optional = false)
    @JoinColumn(name = "slot_id")
    private SlotRow slot;

    @ManyToOne
    @JoinColumn(name = "second_slot_id")
    private SlotRow second;

    @Enumerated(EnumType.STRING)
    private ReservationState state;

    @Column(name = "hold_expires_at")
    private Instant holdExpiresAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    /** For Jakarta Persistence. */
    protected ReservationRow() {}

    Reservation reservation() {
        return new Reservation(
                new ReservationCode(code),
                state,
                holdExpiresAt,
                Optional.ofNullable(confirmedAt),
                slot.place(),
                Optional.ofNullable(second).map(SlotRow::place));
    }
}
