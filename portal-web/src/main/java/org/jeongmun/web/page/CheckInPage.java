package org.jeongmun.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.Entitlement;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.reservation.ReservationsAwayException;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.journey.CheckedIn;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.keys.IdentityKeys;
import org.jeongmun.web.page.Standing.Where;

/** {@code /check-in}: who you are, and whether and when you may come. Takes no place at a clinic. */
public final class CheckInPage implements Page {
    private final Form form;
    private final Journey journey;
    private final Arrival arrival;
    private final ReservationService reservations;
    private final IdentityKeys keys;
    private final TryLimits limits;
    private final Times times;
    private final Texts texts;
    private final Frame frame;

    private String name;
    private String birthDate;
    private String phone;
    private boolean alreadyReserved;
    private Standing standing;

    CheckInPage(
            Form form,
            Journey journey,
            Arrival arrival,
            ReservationService reservations,
            IdentityKeys keys,
            TryLimits limits,
            Times times,
            Texts texts,
            Frame frame) {
        this.form = form;
        this.journey = journey;
        this.arrival = arrival;
        this.reservations = reservations;
        this.keys = keys;
        this.limits = limits;
        this.times = times;
        this.texts = texts;
        this.frame = frame;
    }

    /** Takes the form, if one was sent; else finds out where the person stands, once for the whole page. */
    @Override
    public void act() {
        form.begin();
        name = form.typed("name");
        birthDate = form.typed("birthDate");
        phone = form.typed("phone");
        if (!form.isSent()) {
            standing = form.isRefused() ? null : standingNow();
            return;
        }
        if (!frame.isDemo()) {
            form.problem("", "checkIn.noProvider");
            return;
        }
        Optional<Duration> wait = limits.checkIn(form.request());
        if (wait.isPresent()) {
            form.tooMany(wait.get());
            return;
        }
        try {
            typedApplicant().ifPresent(this::welcome);
        } catch (ReservationsAwayException away) {
            form.refuse(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
        }
    }

    private Optional<Applicant> typedApplicant() {
        Optional<Instant> now = times.now();
        if (now.isEmpty()) {
            form.refuse(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
            return Optional.empty();
        }
        TypedIdentity typed = TypedIdentity.of(name, birthDate, phone, LocalDate.ofInstant(now.get(), times.zone()));
        if (typed.name().isEmpty()) {
            form.problem("name", "checkIn.name.problem");
        }
        if (typed.born().isEmpty()) {
            form.problem("birthDate", "checkIn.birthDate.problem");
        }
        if (typed.phone().isEmpty()) {
            form.problem("phone", "checkIn.phone.problem");
        }
        return form.isRefused()
                ? Optional.empty()
                : Optional.of(keys.applicant(
                        typed.name().orElseThrow(),
                        typed.born().orElseThrow(),
                        typed.phone().orElseThrow()));
    }

    private void welcome(Applicant applicant) {
        Entitlement entitlement = reservations.entitlementOf(applicant);
        // Before the first opening nobody has one, and a crowd that joins the line need not be looked up.
        Optional<Reservation> active = times.hasAnyOpened() ? reservations.activeOf(applicant) : Optional.empty();
        if (active.filter(place -> place.state() == ReservationState.CONFIRMED).isPresent()) {
            alreadyReserved = true;
            form.refuse(RefusalReason.ALREADY_RESERVED, Optional.empty());
            return;
        }
        // Between two windows nothing can be confirmed, and whoever holds a place may join the next line.
        if (active.isPresent() && times.isOpen()) {
            arrival.resume(applicant, active.get());
            return;
        }
        if (entitlement.joinable().isPresent()) {
            arrival.begin(applicant, entitlement.joinable().get(), entitlement instanceof Entitlement.Now);
            return;
        }
        Entitlement.NotNow later = (Entitlement.NotNow) entitlement;
        form.refuse(later.reason(), later.next());
    }

    private Standing standingNow() {
        return journey.checkedIn().map(CheckedIn::applicant).map(this::standing).orElse(null);
    }

    /** By what this browser carries, and without a look into the database: the page that follows asks that. */
    private Standing standing(Applicant person) {
        if (journey.hasReceipt()) {
            return Standing.at(Where.BOOKED);
        }
        if (journey.isPlaceKept() && times.isOpen()) {
            return Standing.at(Where.HOLDING);
        }
        return journey.turn().isAwaitedBy(person)
                ? Standing.at(Where.IN_LINE)
                : Standing.of(reservations.entitlementOf(person));
    }

    /** @return what it shows to whom it knows nothing of */
    @Override
    public Optional<Object> shown() {
        boolean isEmpty = standing == null && name == null && birthDate == null && phone == null;
        return isEmpty ? Optional.of(isWithoutLine()) : Optional.empty();
    }

    /** @return whether the page must say that there is no line to join, since its heading speaks of one */
    public boolean isWithoutLine() {
        return !journey.turn().hasLine();
    }

    /** @return how far somebody has come who has checked in; {@code null} for anybody else */
    public Standing getStanding() {
        return standing;
    }

    /** @return how far they have come, in words */
    public LocalizedText getStandingText() {
        String key = "checkIn.standing." + standing.where();
        BookingWindow window = standing.window();
        return standing.where() == Where.LATER
                ? texts.of(key, times.moment(window.opensAt()), times.moment(window.closesAt()))
                : texts.of(key);
    }

    /** @return whether the page must say how to look at the booking that is there already */
    public boolean isAlreadyReserved() {
        return alreadyReserved;
    }

    /** @return as typed */
    public String getName() {
        return name;
    }

    /** @return as typed */
    public String getBirthDate() {
        return birthDate;
    }

    /** @return as typed */
    public String getPhone() {
        return phone;
    }
}
