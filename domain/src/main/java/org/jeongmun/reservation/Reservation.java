package org.jeongmun.reservation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;

/**
 * One person's place in one slot, or in two where a second dose is due, with what the person needs to know to come. It
 * begins as {@code HELD}, becomes {@code CONFIRMED} when the person says so in time and {@code EXPIRED} when not, and
 * {@code CANCELLED} when they give it back; the database alone sets its times and moves the slots' counts with its
 * state.
 *
 * @param code by which the person finds it again
 * @param state where in its life
 * @param holdExpiresAt until when a held place may be confirmed, exclusive
 * @param confirmedAt when the person confirmed; empty before
 * @param place where and when
 * @param second where and when the second dose is given; empty where one is enough
 */
public record Reservation(
        ReservationCode code,
        ReservationState state,
        Instant holdExpiresAt,
        Optional<Instant> confirmedAt,
        Place place,
        Optional<Place> second) {
    /** Refuses missing parts. */
    public Reservation {
        requireNonNull(code, "code");
        requireNonNull(state, "state");
        requireNonNull(holdExpiresAt, "holdExpiresAt");
        requireNonNull(confirmedAt, "confirmedAt");
        requireNonNull(place, "place");
        requireNonNull(second, "second");
    }

    /** A reservation of one place. */
    public Reservation(
            ReservationCode code,
            ReservationState state,
            Instant holdExpiresAt,
            Optional<Instant> confirmedAt,
            Place place) {
        this(code, state, holdExpiresAt, confirmedAt, place, Optional.empty());
    }

    /**
     * Where and when to come.
     *
     * @param slot the slot that is taken
     * @param clinic where
     * @param clinicName as on its sign
     * @param address to find it
     * @param phone of the clinic
     * @param startsAt when
     * @param vaccine what is given
     */
    public record Place(
            SlotId slot,
            ClinicId clinic,
            String clinicName,
            String address,
            String phone,
            Instant startsAt,
            String vaccine) {}
}
