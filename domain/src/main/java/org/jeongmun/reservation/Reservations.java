package org.jeongmun.reservation;

import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;

/**
 * All reservations, in the one database that is the truth about them. What a call answers is stored, whatever becomes
 * of a transaction of the caller's; it is over within a few seconds, and a database that does not answer by then is
 * {@code TRY_AGAIN_LATER}, which every outcome can be. The database judges by its own clock and refuses by itself
 * whatever is outside its window or over capacity.
 */
public interface Reservations {
    /**
     * Takes one place, if one is free and the person has none in this campaign, in one conditional statement. The
     * person's other place that is merely held is moved to this slot, or kept when there is none here. Whatever the
     * person already holds here stays as it is. Where the vaccine asks for a second dose, its place is taken in the
     * same statement: both or none. It is on the day that is closest to the target within the interval, at the same
     * clinic or else at the nearest one of the same district or province.
     *
     * @return the held place, or why there is none: {@code SLOT_FULL}, {@code NO_SECOND_PLACE}, {@code SLOT_GONE},
     *     {@code ALREADY_RESERVED}, {@code NOT_YET_YOUR_TIME} or {@code YOUR_TIME_IS_OVER} when the database judges the
     *     time differently
     */
    ReservationOutcome hold(HoldRequest request);

    /**
     * What is held for one person.
     *
     * @param person who
     * @param campaign in which campaign
     * @param phone by which it can be found again
     * @param window in which of their windows
     * @param slot which slot
     * @param door how they came
     */
    record HoldRequest(
            CampaignId campaign, PersonKey person, PersonKey phone, BookingWindow window, SlotId slot, Door door) {}

    /**
     * Confirms what the person holds, if it is what they were shown. Confirming again what is confirmed already gives
     * the same answer, which says so: of all who ask for one place at once a single one is told that it was done by
     * them.
     *
     * @param shown the slot that they were shown; empty for whatever they hold
     * @return the confirmed place, {@code OTHER_PLACE_HELD}, {@code HOLD_EXPIRED} or {@code NO_SUCH_RESERVATION}
     */
    ReservationOutcome confirm(CampaignId campaign, PersonKey person, Optional<SlotId> shown);

    /**
     * What somebody has.
     *
     * @return the person's active reservation (held and not expired, or confirmed)
     * @throws ReservationsAwayException when the database does not answer
     */
    Optional<Reservation> activeOf(CampaignId campaign, PersonKey person);

    /** @return the active reservation of that code, if it is of that phone, else {@code NO_SUCH_RESERVATION} */
    ReservationOutcome withCode(ReservationCode code, PersonKey phone);

    /**
     * Gives the place of the active reservation of that code back, exactly once.
     *
     * @return the cancelled reservation, whether it was cancelled by this or before; or {@code NO_SUCH_RESERVATION}
     */
    ReservationOutcome cancel(ReservationCode code, PersonKey phone);

    /**
     * Gives back the places of holds that have expired.
     *
     * @param most how many at the most
     * @return how many were given back
     * @throws ReservationsAwayException when the database does not answer
     */
    int expireOverdue(int most);
}
