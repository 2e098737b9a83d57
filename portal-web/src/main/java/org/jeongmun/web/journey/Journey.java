package org.jeongmun.web.journey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.web.state.PortalState;

/** How far the person of this request has come. Opens each seal and asks the database at most once in a request. */
public class Journey implements Step.Progress {
    private final HttpServletRequest request;
    private final JourneyCookies cookies;
    private final ReservationService reservations;
    private final Turn turn;
    private final PortalState state;

    private Optional<Reservation> active;
    private Optional<CheckedIn> checkedIn;
    private Choice choice;
    private Optional<Receipt> receipt;

    /** For the container's proxy. */
    protected Journey() {
        this(null, null, null, null, null);
    }

    Journey(
            HttpServletRequest request,
            JourneyCookies cookies,
            ReservationService reservations,
            Turn turn,
            PortalState state) {
        this.request = request;
        this.cookies = cookies;
        this.reservations = reservations;
        this.turn = turn;
        this.state = state;
    }

    /** Takes somebody made up for the person of this request, so that nothing is read and nothing asked. */
    public void rehearse(Rehearsed nobody) {
        checkedIn = Optional.of(nobody.person());
        choice = nobody.choice();
        active = Optional.of(nobody.held());
        receipt = Optional.of(nobody.receipt());
    }

    /** @return who has checked in */
    public Optional<CheckedIn> checkedIn() {
        if (checkedIn == null) {
            checkedIn = cookies.read(CheckedIn.CARRIED, request);
        }
        return checkedIn;
    }

    /** @return what was chosen so far, never {@code null} */
    public Choice choice() {
        if (choice == null) {
            choice = cookies.read(Choice.CARRIED, request).orElse(Choice.NONE);
        }
        return choice;
    }

    /** @return from whom this person came, if they may be led back */
    public Optional<Referral> referral() {
        return cookies.read(Referral.CARRIED, request);
    }

    /** @return what was promised */
    public Optional<Receipt> receipt() {
        if (receipt == null) {
            receipt = cookies.read(Receipt.CARRIED, request);
        }
        return receipt;
    }

    /** @return the place that is this person's, held or confirmed, when this request began */
    public Optional<Reservation> active() {
        if (active == null) {
            active = checkedIn().flatMap(person -> reservations.activeOf(person.applicant()));
        }
        return active;
    }

    @Override
    public boolean isCheckedIn() {
        return checkedIn().isPresent();
    }

    /** The database is asked only about people whose own cookie says that a place is kept for them. */
    @Override
    public boolean isLetIn() {
        return checkedIn().filter(person -> turn.admits(person.applicant())).isPresent() || isPlaceKept() && hasPlace();
    }

    private boolean isPlaceKept() {
        return state.time().filter(choice()::mayBeHeldAt).isPresent();
    }

    @Override
    public boolean hasClinic() {
        return choice().clinic().isPresent();
    }

    @Override
    public boolean hasPlace() {
        return active().isPresent();
    }

    /** @return where this person goes on who has no place, or none any more */
    public String nextToAPlace() {
        return Step.toAPlace(this);
    }

    @Override
    public boolean hasReceipt() {
        return receipt().isPresent();
    }
}
