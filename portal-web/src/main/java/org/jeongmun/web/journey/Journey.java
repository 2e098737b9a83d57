package org.jeongmun.web.journey;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.web.state.PortalState;
import org.jeongmun.web.waitingroom.PersonMark;

/** How far the person of this request has come. Opens each seal and asks the database at most once in a request. */
public final class Journey implements Step.Progress {
    private final HttpServletRequest request;
    private final JourneyCookies cookies;
    private final ReservationService reservations;
    private final JustTaken justTaken;
    private final Turn turn;
    private final PortalState state;

    private Optional<Reservation> active;
    private Optional<CheckedIn> checkedIn;
    private Choice choice;
    private Optional<Receipt> receipt;

    Journey(
            HttpServletRequest request,
            JourneyCookies cookies,
            ReservationService reservations,
            JustTaken justTaken,
            Turn turn,
            PortalState state) {
        this.request = request;
        this.cookies = cookies;
        this.reservations = reservations;
        this.justTaken = justTaken;
        this.turn = turn;
        this.state = state;
    }

    /**
     * Finds the one journey of a request.
     *
     * @throws IllegalStateException when {@link JourneyFilter} does not stand before whoever asks
     */
    public static Journey of(ServletRequest request) {
        if (request.getAttribute(Journey.class.getName()) instanceof Journey journey) {
            return journey;
        }
        throw new IllegalStateException("A journey has not begun: JourneyFilter stands before all that needs one.");
    }

    /** Takes somebody made up for the person of this request, so that nothing is read and nothing asked. */
    public void rehearse(Rehearsed nobody) {
        checkedIn = Optional.of(nobody.person());
        choice = nobody.choice();
        active = Optional.of(nobody.held());
        receipt = Optional.of(nobody.receipt());
    }

    /** @return whether it is their turn */
    public Turn turn() {
        return turn;
    }

    /** @return who has checked in */
    public Optional<CheckedIn> checkedIn() {
        if (checkedIn == null) {
            checkedIn = CheckedIn.carriedBy(request, cookies);
        }
        return checkedIn;
    }

    /** @return whose page this is, as its form carries it; empty for who has not checked in */
    public Optional<String> mark() {
        return checkedIn().map(person -> PersonMark.of(person.applicant().key()).inForms());
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
            active = checkedIn()
                    .map(CheckedIn::applicant)
                    .flatMap(person -> takenHere(person).or(() -> reservations.activeOf(person)));
        }
        return active;
    }

    /** For the page that follows alone, and only what this very browser was given last. */
    private Optional<Reservation> takenHere(Applicant person) {
        return isLookingAtTheirPlace()
                ? state.time()
                        .flatMap(now -> justTaken.take(person.key(), now.latest()))
                        .filter(held -> choice().heldUntil().equals(Optional.of(held.holdExpiresAt())))
                : Optional.empty();
    }

    private boolean isLookingAtTheirPlace() {
        return Step.CONFIRM.equals(request.getRequestURI()) && Step.Manner.of(request) == Step.Manner.READS;
    }

    /** Notes that a place is kept for this person from now on, for the page that follows. */
    public void hasTaken(Reservation held) {
        checkedIn().map(CheckedIn::applicant).ifPresent(person -> justTaken.keep(person.key(), held));
    }

    /** Notes that what was kept for this person is not merely kept any more. */
    public void hasConfirmed() {
        checkedIn().map(CheckedIn::applicant).ifPresent(person -> justTaken.forget(person.key()));
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

    /** @return whether a place was kept for them that has not run out yet, for all that this browser knows */
    public boolean isPlaceKept() {
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
