package org.jeongmun.web.page;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.identity.Typed;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationOutcome.Done;
import org.jeongmun.reservation.ReservationOutcome.Refused;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.web.journey.Cancelled;
import org.jeongmun.web.journey.Choice;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.JourneyCookies;
import org.jeongmun.web.journey.Receipt;
import org.jeongmun.web.keys.IdentityKeys;

/** {@code /reservation}: looks at a booking and gives it back. Never takes a place, and links nowhere into booking. */
public final class ReservationPage implements Page {
    private final Form form;
    private final Journey journey;
    private final ReservationService reservations;
    private final IdentityKeys keys;
    private final TryLimits limits;
    private final JourneyCookies cookies;
    private final Times times;

    private String code;
    private String phone;
    private Reservation found;
    private boolean cancelled;

    ReservationPage(
            Form form,
            Journey journey,
            ReservationService reservations,
            IdentityKeys keys,
            TryLimits limits,
            JourneyCookies cookies,
            Times times) {
        this.form = form;
        this.journey = journey;
        this.reservations = reservations;
        this.keys = keys;
        this.limits = limits;
        this.cookies = cookies;
        this.times = times;
    }

    /** Takes the form, if one was sent. */
    @Override
    public void act() {
        form.begin();
        code = form.typed("code");
        phone = form.typed("phone");
        cancelled = cookies.read(Cancelled.CARRIED, form.request()).isPresent();
        if (cancelled) {
            cookies.drop(Cancelled.CARRIED, form.response());
        }
        if (!form.isSent()) {
            return;
        }
        cancelled = false;
        Optional<Duration> wait = limits.find(form.request());
        if (wait.isPresent()) {
            form.tooMany(wait.get());
            return;
        }
        Optional<ReservationCode> which = ReservationCode.typed(Typed.clean(code));
        Optional<PersonKey> whose = Typed.phone(phone).map(keys::phoneKey);
        if (which.isEmpty()) {
            form.problem("code", "reservation.code.problem");
        }
        if (whose.isEmpty()) {
            form.problem("phone", "reservation.phone.problem");
        }
        if (form.isRefused()) {
            return;
        }
        if (!form.pressed("cancel")) {
            find(which.get(), whose.get());
        } else if (isOfAnother(which.get())) {
            form.problem("code", "reservation.code.other");
            find(which.get(), whose.get());
        } else {
            cancel(which.get(), whose.get());
        }
    }

    /** Nobody gives back a booking that they have not seen because its code was typed over the one they had. */
    private boolean isOfAnother(ReservationCode which) {
        String shown = form.sent("shown");
        return shown != null && !ReservationCode.typed(shown).equals(Optional.of(which));
    }

    private void find(ReservationCode which, PersonKey whose) {
        ReservationOutcome outcome = reservations.withCode(which, whose);
        if (outcome instanceof Done done) {
            limits.found(form.request());
            found = done.reservation();
            return;
        }
        refuse((Refused) outcome);
    }

    private void cancel(ReservationCode which, PersonKey whose) {
        ReservationOutcome outcome = reservations.cancel(which, whose);
        if (outcome instanceof Refused refused) {
            refuse(refused);
            return;
        }
        limits.found(form.request());
        if (journey.receipt().filter(receipt -> receipt.code().equals(which)).isPresent()) {
            cookies.drop(Receipt.CARRIED, form.response());
        }
        if (journey.choice().heldUntil().isPresent()) {
            // Confirmed or not, it was the last place that was held here.
            cookies.write(Choice.CARRIED, journey.choice().released(), form.response());
        }
        cookies.write(Cancelled.CARRIED, new Cancelled(which), form.response());
        form.goTo("/reservation");
    }

    /** A portal that cannot answer has told nothing, so that was no guess either. */
    private void refuse(Refused refused) {
        if (refused.reason() == RefusalReason.TRY_AGAIN_LATER) {
            limits.found(form.request());
        }
        form.refuse(refused.reason(), Optional.empty());
    }

    /** @return the booking that was looked for; {@code null} when none was found */
    public Reservation getFound() {
        return found;
    }

    /** @return where and when to come, if it was found */
    @Override
    public Map<String, String> own() {
        return found == null ? Map.of() : OwnMarkup.places(found, times);
    }

    /** @return whether a booking has just been given back */
    public boolean isCancelled() {
        return cancelled;
    }

    /** @return as typed */
    public String getCode() {
        return code;
    }

    /** @return as typed */
    public String getPhone() {
        return phone;
    }
}
