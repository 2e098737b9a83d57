package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.Entitlement;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationsAwayException;
import org.jeongmun.web.desk.AssistedBooking.Outcome;
import org.jeongmun.web.desk.AssistedForm.Step;
import org.jeongmun.web.page.RefusalWords;

/** Serves callers: does what an agent's form asks for, writes that down, and puts what came of it on the page. */
@Singleton
final class AssistedCalls {
    private static final Logger LOG = System.getLogger(AssistedCalls.class.getName());

    @Inject
    private AssistedPage page;

    @Inject
    private AssistedBooking booking;

    @Inject
    private AssistedLog log;

    @Inject
    private OutcomeWords words;

    @Inject
    private RefusalWords refusals;

    /** @return whether what was asked for was done */
    boolean serve(AssistedForm form, Applicant caller, AssistedPage.View view) {
        try {
            Optional<Reservation> has = booking.confirmedOf(caller);
            return has.isPresent() ? tell(form, has.get(), view) : act(form, caller, view);
        } catch (SQLException | ReservationsAwayException away) {
            LOG.log(Level.WARNING, "assisted.away reason={0}", away.getClass().getSimpleName());
            view.problem(refusals.text(RefusalReason.TRY_AGAIN_LATER, Optional.empty()));
            return false;
        }
    }

    /** A code that was lost on the way is read out again, which is written down as well. */
    private boolean tell(AssistedForm form, Reservation has, AssistedPage.View view) throws SQLException {
        log.write(
                form,
                RefusalReason.ALREADY_RESERVED.name(),
                Optional.of(has.code().value()));
        view.problem(refusals.text(RefusalReason.ALREADY_RESERVED, Optional.empty()));
        view.with("booked", page.booked(has));
        return false;
    }

    private boolean act(AssistedForm form, Applicant caller, AssistedPage.View view) throws SQLException {
        Entitlement entitlement = booking.entitlementOf(caller);
        boolean done = switch (form.step()) {
            case JOIN -> join(form, caller, view);
            case BOOK -> book(form, caller, view);
            case LOOK -> mayLook(entitlement, view);
        };
        if (entitlement instanceof Entitlement.Now now && !(done && form.step() == Step.BOOK)) {
            view.with("clinics", page.clinics(form.q()));
            form.chosenClinic()
                    .ifPresent(clinic ->
                            view.with("slots", page.slots(clinic, now.window().id(), form.slot())));
        }
        return done;
    }

    private boolean mayLook(Entitlement entitlement, AssistedPage.View view) {
        if (entitlement instanceof Entitlement.NotNow notNow) {
            view.problem(refusals.text(notNow.reason(), notNow.next()));
            return false;
        }
        return true;
    }

    private boolean join(AssistedForm form, Applicant caller, AssistedPage.View view) throws SQLException {
        log.write(form, "ASKED", Optional.empty());
        Outcome outcome = booking.join(caller);
        log.write(form, reason(outcome), Optional.empty());
        if (outcome instanceof Outcome.InLine) {
            view.with("inLine", words.of(outcome));
            return true;
        }
        view.problem(words.of(outcome));
        return false;
    }

    private boolean book(AssistedForm form, Applicant caller, AssistedPage.View view) throws SQLException {
        // Without this row nothing is booked.
        log.write(form, "ASKED", Optional.empty());
        Outcome outcome = booking.book(caller, form.chosenSlot().orElseThrow());
        if (outcome instanceof Outcome.Booked done) {
            view.with("booked", page.booked(done.reservation()));
            log.write(form, "BOOKED", Optional.of(done.reservation().code().value()));
            return true;
        }
        log.write(form, reason(outcome), Optional.empty());
        view.problem(words.of(outcome));
        return false;
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reason().name();
        }
        return outcome instanceof Outcome.NothingFree ? "NO_PLACES" : "IN_LINE";
    }
}
