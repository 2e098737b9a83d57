package org.jeongmun.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.reservation.Entitlement;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationOutcome.Done;
import org.jeongmun.reservation.ReservationOutcome.Refused;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.reservation.ReservationsAwayException;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.journey.CheckedIn;
import org.jeongmun.web.journey.Choice;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.JourneyCookies;

/** {@code /reserve/slot}: when you want to come. Sending it holds the place. */
public final class SlotPage implements Page {

    private final Form form;
    private final Journey journey;
    private final ClinicDirectory directory;
    private final ReservationService reservations;
    private final JourneyCookies cookies;
    private final Times times;
    private final Texts texts;

    private String date;
    private String slot;
    private Clinic clinic;
    private FreeTimes free = FreeTimes.NONE;
    private boolean unknown;
    private LocalDate shownDate;
    private Reservation held;
    private LocalizedText holdExpired;
    private boolean alreadyReserved;

    SlotPage(
            Form form,
            Journey journey,
            ClinicDirectory directory,
            ReservationService reservations,
            JourneyCookies cookies,
            Times times,
            Texts texts) {
        this.form = form;
        this.journey = journey;
        this.directory = directory;
        this.reservations = reservations;
        this.cookies = cookies;
        this.times = times;
        this.texts = texts;
    }

    /** Takes the form, if one was sent. */
    @Override
    public void act() {
        form.begin();
        date = form.sent("date");
        slot = form.sent("slot");
        Optional<Clinic> chosen = journey.choice().clinic().flatMap(directory::clinic);
        if (chosen.isEmpty()) {
            form.goTo("/reserve/clinic");
            return;
        }
        clinic = chosen.get();
        boolean sent = form.isSent() && form.isOf(journey.mark());
        if (sent && holds()) {
            return;
        }
        if (!sent) {
            recall();
        }
        free = freeForThem();
        // A directory that has grown old shows nothing, which is not to be taken for nothing being free.
        unknown = free.areNone() && directory.freePlaces().isEmpty();
        if (unknown && !sent && !form.isRefused()) {
            form.refuse(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
        }
        if (slot == null) {
            slot = journey.choice().slot().map(SlotId::toString).orElse(null);
        }
        shownDate = free.dayToShow(date, slot);
    }

    /** Where windows draw on pools, what is free depends on the person's window. */
    private FreeTimes freeForThem() {
        if (!directory.hasPools()) {
            return new FreeTimes(directory.freeSlots(clinic.id()));
        }
        return journey.checkedIn()
                                .map(person -> reservations.entitlementOf(person.applicant()))
                                .orElse(null)
                        instanceof Entitlement.Now now
                ? new FreeTimes(directory.freeSlots(clinic.id(), windowOf(now).id()))
                : FreeTimes.NONE;
    }

    private BookingWindow windowOf(Entitlement.Now now) {
        return now.through(journey.turn().letInBy());
    }

    /** @return whether the place is theirs and the way goes on; if not, the page is shown again and says why */
    private boolean holds() {
        Optional<SlotId> wanted = SlotId.parse(slot);
        if (wanted.isEmpty()) {
            form.problem("slot", "slot.problem");
            return false;
        }
        CheckedIn person = journey.checkedIn().orElseThrow();
        Choice choice = journey.choice();
        ReservationOutcome outcome = reservations.hold(
                person.applicant(), wanted.get(), choice.door(), journey.turn().letInBy());
        if (outcome instanceof Done done) {
            Reservation place = done.reservation();
            Choice kept = choice.at(place.place().clinic()).held(place.holdExpiresAt());
            cookies.write(Choice.CARRIED, kept, form.response());
            journey.hasTaken(place);
            form.goTo("/reserve/confirm");
            return true;
        }
        Refused refused = (Refused) outcome;
        alreadyReserved = refused.reason() == RefusalReason.ALREADY_RESERVED;
        form.refuse(refused.reason(), refused.next());
        return false;
    }

    /** Asks the database only about people who have held a place before. */
    private void recall() {
        Optional<Instant> until = journey.choice().heldUntil();
        Optional<Instant> now = times.now();
        if (until.isEmpty() || now.isEmpty()) {
            return;
        }
        try {
            held = journey.active()
                    .filter(place -> place.state() == ReservationState.HELD)
                    .orElse(null);
            if (journey.active().isEmpty() && !until.get().isAfter(now.get())) {
                holdExpired = holdExpired(journey.checkedIn().orElseThrow());
            }
        } catch (ReservationsAwayException away) {
            form.refuse(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
        }
    }

    /** How long they had is said by their window; whose window is over is told that it was too long. */
    private LocalizedText holdExpired(CheckedIn person) {
        return reservations.entitlementOf(person.applicant()) instanceof Entitlement.Now now
                ? texts.count("slot.holdExpired", windowOf(now).hold().toMinutes())
                : texts.of(RefusalWords.key(RefusalReason.HOLD_EXPIRED));
    }

    /** @return nothing but the same for all who can choose a time, and have nothing else to be told */
    @Override
    public Optional<Object> shown() {
        boolean isPlain = shownDate != null
                && held == null
                && holdExpired == null
                && !alreadyReserved
                && !isChoiceGone()
                && !isDayGone();
        return isPlain ? Optional.of(isDayAsked()) : Optional.empty();
    }

    /** @return the clinic, and its free times where there are some */
    @Override
    public Map<String, String> own() {
        String name = OwnMarkup.text(clinic.name());
        return shownDate == null
                ? Map.of("clinic", name)
                : Map.of(
                        "person", OwnMarkup.text(journey.mark().orElse("")),
                        "clinic", name,
                        "dates", OwnMarkup.dates(free.dates(), shownDate, times),
                        "date", shownDate.toString(),
                        "day", OwnMarkup.both(times.day(shownDate)),
                        "times", OwnMarkup.times(free.on(shownDate), slot, times));
    }

    /** @return whether somebody has asked for the times of a day, and wants to be led to them */
    public boolean isDayAsked() {
        return date != null && form.typed("date") == null;
    }

    /** @return whether the day that was asked for has no time left, and another one's are shown */
    public boolean isDayGone() {
        return date != null && shownDate != null && !shownDate.toString().equals(date);
    }

    /** @return whether what was chosen, here or in a partner's link, is not to be had any more */
    public boolean isChoiceGone() {
        return held == null
                && !alreadyReserved
                && !unknown
                && (free.areNone() || SlotId.parse(slot).isPresent() && !free.have(slot));
    }

    /** @return that their last place was given back because it was not confirmed in time; {@code null} if it was not */
    public LocalizedText getHoldExpired() {
        return holdExpired;
    }

    /** @return in how many minutes another time can be chosen without waiting again; 0 where there is no line */
    public long getMinutesToChoose() {
        Optional<Instant> now = times.now();
        Optional<Instant> until = journey.turn().insideUntil();
        return now.isEmpty() || until.isEmpty()
                ? 0
                : Math.max(0, Duration.between(now.get(), until.get()).toMinutes());
    }

    /** @return the place that is held meanwhile; {@code null} when there is none */
    public Reservation getHeld() {
        return held;
    }

    /** @return where */
    public Clinic getClinic() {
        return clinic;
    }

    /** @return the day whose times are shown; {@code null} when nothing is free */
    public LocalDate getShownDate() {
        return shownDate;
    }

    /** @return whether it is certain that nothing is free */
    public boolean isNothingFree() {
        return free.areNone() && !unknown;
    }

    /** @return whether the page must say how to look at the booking that is there already */
    public boolean isAlreadyReserved() {
        return alreadyReserved;
    }
}
