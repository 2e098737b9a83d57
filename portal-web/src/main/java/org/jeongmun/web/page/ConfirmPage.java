package org.jeongmun.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationOutcome.Done;
import org.jeongmun.reservation.ReservationOutcome.Refused;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.JourneyCookies;
import org.jeongmun.web.journey.Receipt;

/** {@code /reserve/confirm}: the last look at the place that is held, and the word that makes it yours. */
public final class ConfirmPage implements Page {
    private static final Set<RefusalReason> CHOOSE_AGAIN =
            EnumSet.of(RefusalReason.HOLD_EXPIRED, RefusalReason.NO_SUCH_RESERVATION, RefusalReason.SLOT_GONE);

    private final Form form;
    private final Journey journey;
    private final ReservationService reservations;
    private final JourneyCookies cookies;
    private final Times times;
    private final Texts texts;

    private Reservation held;

    ConfirmPage(
            Form form,
            Journey journey,
            ReservationService reservations,
            JourneyCookies cookies,
            Times times,
            Texts texts) {
        this.form = form;
        this.journey = journey;
        this.reservations = reservations;
        this.cookies = cookies;
        this.times = times;
        this.texts = texts;
    }

    /** Takes the form, if one was sent. Confirming twice is confirming once. */
    @Override
    public void act() {
        form.begin();
        boolean sent = form.isSent() && form.isOf(journey.mark());
        if (sent && form.ticked("agree")) {
            confirm();
            return;
        }
        show();
        if (sent && !form.isAnswered()) {
            form.problem("agree", "confirm.agree.problem");
        }
    }

    /** Does not look first: what confirms a place tells as well whether there was one. */
    private void confirm() {
        Applicant applicant = journey.checkedIn().orElseThrow().applicant();
        ReservationOutcome outcome = reservations.confirm(applicant, SlotId.parse(form.sent("place")));
        if (outcome instanceof Done done) {
            journey.hasConfirmed();
            handOver(done.reservation());
            return;
        }
        Refused refused = (Refused) outcome;
        if (CHOOSE_AGAIN.contains(refused.reason())) {
            form.goTo(journey.nextToAPlace());
            return;
        }
        if (refused.reason() == RefusalReason.TRY_AGAIN_LATER) {
            // Whoever has waited for a silent database once is not made to wait for it again.
            form.shut();
            return;
        }
        show();
        if (!form.isAnswered()) {
            form.refuse(refused.reason(), refused.next());
        }
    }

    private void show() {
        Optional<Reservation> active = journey.active();
        if (active.isEmpty()) {
            form.goTo(journey.nextToAPlace());
            return;
        }
        held = active.get();
        if (held.state() == ReservationState.CONFIRMED) {
            handOver(held);
        }
    }

    private void handOver(Reservation confirmed) {
        cookies.write(Receipt.CARRIED, Receipt.of(confirmed, times.zone()), form.response());
        form.goTo("/reserve/done");
    }

    /** @return what is to be confirmed */
    public Reservation getHeld() {
        return held;
    }

    /** @return whether it shows two appointments */
    @Override
    public Optional<Object> shown() {
        return Optional.of(held.second().isPresent());
    }

    /** @return what is to be confirmed, and until when */
    @Override
    public Map<String, String> own() {
        Map<String, String> own = OwnMarkup.places(held, times);
        own.put("until", OwnMarkup.both(until()));
        own.put("person", OwnMarkup.text(journey.mark().orElse("")));
        own.put("slot", held.place().slot().toString());
        own.put("whose", OwnMarkup.both(whose()));
        return own;
    }

    /** Two who share a browser are told apart by their birth dates: nothing else that they typed is kept. */
    private LocalizedText whose() {
        return texts.of(
                "confirm.whose",
                BirthDate.said(journey.checkedIn().orElseThrow().applicant().birthDate()));
    }

    /** Until when it must be confirmed, and how many minutes that leaves, the last one begun counted. */
    private LocalizedText until() {
        Optional<Instant> now = times.now();
        Instant until = now.map(this::lastMomentSeenFrom).orElse(held.holdExpiresAt());
        String left = Long.toString(now.map(from -> minutesBetween(from, until)).orElse(1L));
        return texts.of("confirm.until", times.momentSeenFrom(now.orElse(until), until), new LocalizedText(left, left));
    }

    /** The hold may outlive the last window, but this page is behind the gate, which shuts with that. */
    private Instant lastMomentSeenFrom(Instant now) {
        Instant shut = times.openUntil(now);
        return shut.isBefore(held.holdExpiresAt()) ? shut : held.holdExpiresAt();
    }

    private static long minutesBetween(Instant now, Instant until) {
        long seconds = Math.max(1, Duration.between(now, until).toSeconds());
        return (seconds + 59) / 60;
    }
}
