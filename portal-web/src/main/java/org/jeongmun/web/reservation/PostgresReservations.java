package org.jeongmun.web.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.Reservations;
import org.jeongmun.schedule.CampaignId;

/** Reservations whose database does not answer yet. */
@ApplicationScoped
class PostgresReservations implements Reservations {
    @Override
    public ReservationOutcome hold(HoldRequest request) {
        return ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER);
    }

    @Override
    public ReservationOutcome confirm(CampaignId campaign, PersonKey person) {
        return ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER);
    }

    @Override
    public Optional<Reservation> activeOf(CampaignId campaign, PersonKey person) {
        return Optional.empty();
    }

    @Override
    public Optional<Reservation> withCode(ReservationCode code, PersonKey phone) {
        return Optional.empty();
    }

    @Override
    public ReservationOutcome cancel(ReservationCode code, PersonKey phone) {
        return ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER);
    }

    @Override
    public int expireOverdue(int most) {
        return 0;
    }
}
