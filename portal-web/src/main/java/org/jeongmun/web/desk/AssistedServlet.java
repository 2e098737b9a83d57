package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.Entitlement;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationsAwayException;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.desk.AssistedBooking.Outcome;
import org.jeongmun.web.desk.AssistedForm.Step;
import org.jeongmun.web.keys.IdentityKeys;
import org.jeongmun.web.page.Problem;
import org.jeongmun.web.page.RefusalWords;
import org.jeongmun.web.page.Times;
import org.jeongmun.web.page.TypedIdentity;
import org.jeongmun.web.state.PortalState;

/**
 * Assisted booking on the management port: an agent looks up what there is for a caller, and books it. What is typed
 * travels in forms alone, so that nobody's name is ever in an address.
 */
public final class AssistedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(AssistedServlet.class.getName());

    private static final LocalizedText NOBODY_KNOWS = new LocalizedText(
            "앞에 몇 명이 있는지는 아직 알 수 없습니다. 차례가 되면 같은 내용으로 예약해 주세요.",
            "How many are ahead is not known yet. Book with the same details when it is their turn.");

    @Inject
    private transient DeskGuard guard;

    @Inject
    private transient AssistedPage page;

    @Inject
    private transient AssistedBooking booking;

    @Inject
    private transient AssistedLog log;

    @Inject
    private transient IdentityKeys keys;

    @Inject
    private transient RefusalWords refusals;

    @Inject
    private transient Times times;

    @Inject
    private transient PortalState state;

    /** Made by the container. */
    public AssistedServlet() {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isMeant(request)) {
            DeskAnswer.forbid(response);
            return;
        }
        show(HttpServletResponse.SC_OK, AssistedForm.empty(), new AssistedPage.View(), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isGenuine(request)) {
            LOG.log(Level.WARNING, "desk.forbidden path={0}", request.getServletPath());
            refuse(request, response);
            return;
        }
        AssistedForm form = AssistedForm.of(request);
        AssistedPage.View view = new AssistedPage.View();
        Optional<Instant> now = times.now();
        if (now.isEmpty() || !state.knowledge().demo()) {
            view.problem(refusals.text(RefusalReason.TRY_AGAIN_LATER, Optional.empty()));
            show(HttpServletResponse.SC_SERVICE_UNAVAILABLE, form, view, response);
            return;
        }
        LocalDate today = LocalDate.ofInstant(now.get(), times.zone());
        List<Problem> problems = form.problems(today);
        problems.forEach(view::problem);
        boolean done = problems.isEmpty() && serve(form, applicant(form, today), view);
        boolean booked = done && form.step() == Step.BOOK;
        int status = done ? HttpServletResponse.SC_OK : DeskAnswer.UNPROCESSABLE;
        show(status, booked ? form.ofNextCaller() : form, view, response);
    }

    /** Who has left the page open for too long does not lose what they have typed, with a caller on the telephone. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.isFromTheDesk(request)) {
            AssistedPage.View view = new AssistedPage.View().problem(DeskAnswer.TOO_OLD);
            show(HttpServletResponse.SC_FORBIDDEN, AssistedForm.of(request), view, response);
        } else {
            DeskAnswer.forbid(response);
        }
    }

    private Applicant applicant(AssistedForm form, LocalDate today) {
        TypedIdentity caller = form.caller(today);
        return keys.applicant(
                caller.name().orElseThrow(),
                caller.born().orElseThrow(),
                caller.phone().orElseThrow());
    }

    /** @return whether what was asked for was done */
    private boolean serve(AssistedForm form, Applicant caller, AssistedPage.View view) {
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
            view.with("inLine", words(outcome));
            return true;
        }
        view.problem(words(outcome));
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
        view.problem(words(outcome));
        return false;
    }

    private static String reason(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? refused.reason().name() : "IN_LINE";
    }

    private LocalizedText words(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refusals.text(refused.reason(), refused.next());
        }
        Outcome.InLine inLine = (Outcome.InLine) outcome;
        LocalizedText turn = inLine.ahead().map(AssistedServlet::turn).orElse(NOBODY_KNOWS);
        return new LocalizedText(
                "대기 번호는 %,d번입니다. %s".formatted(inLine.number(), turn.ko()),
                "The caller's number in line is %,d. %s".formatted(inLine.number(), turn.en()));
    }

    private static LocalizedText turn(long ahead) {
        return ahead == 0
                ? new LocalizedText("차례입니다. 바로 예약하실 수 있습니다.", "It is their turn: book now.")
                : new LocalizedText(
                        "앞에 약 %,d명이 있습니다. 차례가 되면 같은 내용으로 예약해 주세요.".formatted(ahead),
                        "About %,d people are ahead. Book with the same details when it is their turn."
                                .formatted(ahead));
    }

    private void show(int status, AssistedForm form, AssistedPage.View view, HttpServletResponse response)
            throws IOException {
        DeskAnswer.page(status, page.render(form, view.with("hasLine", booking.hasLine())), response);
    }
}
