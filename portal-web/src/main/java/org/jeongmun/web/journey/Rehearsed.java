package org.jeongmun.web.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.Reservation.Place;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationState;

/**
 * Somebody who does not exist, with all that the pages of a journey show of somebody. It never leaves the portal and
 * stands in no table.
 *
 * @param person who it would be
 * @param choice what they would have chosen
 * @param held what would be kept for them
 * @param receipt what they would have been promised
 */
public record Rehearsed(CheckedIn person, Choice choice, Reservation held, Receipt receipt) {
    private static final PersonKey NOBODY = new PersonKey("A".repeat(43));

    /** @return somebody who would go to a clinic that does not exist either */
    public static Rehearsed nobody() {
        Instant now = Instant.now();
        ClinicId nowhere = new ClinicId("0");
        Place place =
                new Place(new SlotId(1), nowhere, "의원", "서울특별시", "02-000-0000", now.plus(Duration.ofDays(14)), "백신");
        return new Rehearsed(
                new CheckedIn(new Applicant(NOBODY, NOBODY, LocalDate.EPOCH)),
                Choice.NONE.at(nowhere),
                reservation(ReservationState.HELD, now, Optional.empty(), place),
                Receipt.of(reservation(ReservationState.CONFIRMED, now, Optional.of(now), place), ZoneOffset.UTC));
    }

    private static Reservation reservation(
            ReservationState state, Instant now, Optional<Instant> confirmedAt, Place place) {
        return new Reservation(ReservationCode.random(), state, now.plus(Duration.ofMinutes(5)), confirmedAt, place);
    }
}
