package org.jeongmun.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jeongmun.clinic.PlacesByWindow;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.EligibilityCheck;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Reservations.HoldRequest;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.ScheduleInForce;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.schedule.WindowId;

/**
 * The only writer of reservations. It judges each person's own window by itself, whatever the gate has let through,
 * and the database judges once more. What it answers is stored when it returns. Nobody waits for a rule with a
 * transaction open: whoever may book is found out before the database is asked.
 */
@ApplicationScoped
public class ReservationService {
    private final Reservations reservations;
    private final EligibilityCheck eligibilityCheck;
    private final ScheduleInForce scheduleInForce;
    private final PlacesByWindow places;

    /** For the container's proxy. */
    protected ReservationService() {
        this(null, null, null, null);
    }

    /** Brings the parts together. */
    @Inject
    public ReservationService(
            Reservations reservations,
            EligibilityCheck eligibilityCheck,
            ScheduleInForce scheduleInForce,
            PlacesByWindow places) {
        this.reservations = reservations;
        this.eligibilityCheck = eligibilityCheck;
        this.scheduleInForce = scheduleInForce;
        this.places = places;
    }

    /**
     * Whether somebody may book now, and if not, when. Touches no reservation.
     *
     * @return never {@code null}; without a schedule or a time nobody may book
     */
    public Entitlement entitlementOf(Applicant applicant) {
        return scheduleInForce
                .now()
                .map(reading -> entitlementOf(applicant, reading))
                .orElseGet(() -> new Entitlement.NotNow(RefusalReason.TRY_AGAIN_LATER));
    }

    /**
     * Takes one place for the applicant, or says why not.
     *
     * @param letInBy the window whose line has let them in, where one has: it is booked under, if it is one of theirs
     */
    public ReservationOutcome hold(Applicant applicant, SlotId slot, Door door, Optional<WindowId> letInBy) {
        Optional<Reading> reading = reading();
        if (reading.isEmpty()) {
            return ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER);
        }
        Entitlement entitlement = entitlementOf(applicant, reading.get());
        if (entitlement instanceof Entitlement.NotNow notNow) {
            return new ReservationOutcome.Refused(notNow.reason(), notNow.next());
        }
        BookingWindow window = ((Entitlement.Now) entitlement).through(letInBy);
        return reservations.hold(new HoldRequest(
                reading.get().schedule().campaign(), applicant.key(), applicant.phoneKey(), window, slot, door));
    }

    /**
     * Confirms what the applicant holds, if it is what they were shown. A hold made inside its window may be confirmed
     * until it expires, so this asks the database about the window of the hold and not whether any window is open now.
     *
     * @param shown the slot that they were shown; empty for whatever they hold
     */
    public ReservationOutcome confirm(Applicant applicant, Optional<SlotId> shown) {
        return reading()
                .map(reading -> reservations.confirm(reading.schedule().campaign(), applicant.key(), shown))
                .orElseGet(() -> ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER));
    }

    /**
     * What the applicant has.
     *
     * @return the applicant's active reservation
     * @throws ReservationsAwayException when the database does not answer
     */
    public Optional<Reservation> activeOf(Applicant applicant) {
        return reading()
                .flatMap(reading -> reservations.activeOf(reading.schedule().campaign(), applicant.key()));
    }

    /**
     * Finds an active reservation, whether or not any window is open.
     *
     * @param phone the keyed hash of the phone's digits
     * @return the reservation as it is, {@code NO_SUCH_RESERVATION} or {@code TRY_AGAIN_LATER}
     */
    public ReservationOutcome withCode(ReservationCode code, PersonKey phone) {
        return whileServed(() -> reservations.withCode(code, phone));
    }

    /**
     * Gives the place of an active reservation back, whether or not any window is open, exactly once.
     *
     * @param phone the keyed hash of the phone's digits
     * @return the cancelled reservation, {@code NO_SUCH_RESERVATION} or {@code TRY_AGAIN_LATER}
     */
    public ReservationOutcome cancel(ReservationCode code, PersonKey phone) {
        return whileServed(() -> reservations.cancel(code, phone));
    }

    private ReservationOutcome whileServed(Supplier<ReservationOutcome> work) {
        return reading().isPresent() ? work.get() : ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER);
    }

    private Entitlement entitlementOf(Applicant applicant, Reading reading) {
        return Entitlement.of(
                eligibilityCheck.check(applicant, reading.schedule()),
                reading.schedule(),
                reading.now(),
                window -> places.hasNothingLeft(window.id()));
    }

    /** The part of a reading that reservations need: none during maintenance, when nothing is written. */
    private Optional<Reading> reading() {
        return scheduleInForce.now().filter(reading -> reading.status() != PortalStatus.MAINTENANCE);
    }
}
