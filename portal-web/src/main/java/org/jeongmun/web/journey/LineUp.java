package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.Entitlement;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.JoinOutcome;
import org.jeongmun.waitingroom.JoinOutcome.Joined;
import org.jeongmun.waitingroom.JoinRefusal;
import org.jeongmun.waitingroom.JoiningTheLine;
import org.jeongmun.web.load.Hands;
import org.jeongmun.web.state.PortalState;
import org.jeongmun.web.waitingroom.PersonMark;
import org.jeongmun.web.waitingroom.Proof;
import org.jeongmun.web.waitingroom.Proof.Kind;
import org.jeongmun.web.waitingroom.WindowMark;

/** The beginning and the end of somebody's way through a line: they get a ticket, and their number is spent. */
@ApplicationScoped
public class LineUp {
    @Inject
    private PortalState state;

    @Inject
    private JoiningTheLine joining;

    @Inject
    private Admissions admissions;

    @Inject
    private MarkedWindows windows;

    @Inject
    private ReservationService reservations;

    /** Made by the container. */
    public LineUp() {}

    /**
     * Puts somebody in line who has said who they are, and lets them in at once if it is their turn already. Whom
     * another person, who has been let in on this browser, books for needs no place of their own as far as the campaign
     * allows it.
     *
     * @param turn of the request in which they have said so
     * @return why not, if not; nothing where there is no line
     */
    public Optional<JoinRefusal> join(Applicant person, BookingWindow window, Turn turn) {
        Optional<Reading> reading = state.now();
        if (!turn.hasLine()) {
            return Optional.empty();
        }
        if (reading.isEmpty()) {
            return Optional.of(JoinRefusal.TRY_AGAIN_LATER);
        }
        CampaignId campaign = reading.get().schedule().campaign();
        PersonMark mark = PersonMark.of(person.key());
        Optional<Proof> pass = passInThisBrowser(WindowMark.of(campaign, window.id()), turn, reading.get())
                .filter(good ->
                        good.person().equals(mark) || admissions.bring(window.id(), good.number(), person.key()));
        if (pass.isPresent()) {
            Proof given = pass.get();
            turn.goOn(new Proof(Kind.PASS, given.window(), mark, given.number(), given.expiresAt()));
            return Optional.empty();
        }
        JoinOutcome outcome = joining.join(campaign, window.id(), person.key());
        if (outcome instanceof Joined joined) {
            turn.queue(
                    Proof.ticket(
                            WindowMark.of(campaign, window.id()),
                            mark,
                            joined.ticket().number(),
                            window.closesAt()),
                    reading.get());
            return Optional.empty();
        }
        JoinRefusal reason = ((JoinOutcome.Refused) outcome).reason();
        return reason == JoinRefusal.NO_LINE ? Optional.empty() : Optional.of(reason);
    }

    /** @return a pass that is good, whosever it is */
    private static Optional<Proof> passInThisBrowser(WindowMark window, Turn turn, Reading reading) {
        return turn.carried(Kind.PASS)
                .filter(pass -> pass.window().equals(window))
                .filter(pass -> reading.now().latest().isBefore(pass.expiresAt()))
                .filter(pass -> turn.isGood(pass, reading));
    }

    /** Spends the number by which somebody got their booking, and gives their room inside to the next. */
    public void end(Applicant person, Turn turn) {
        Optional<Reading> reading = state.now();
        if (!turn.hasLine() || reading.isEmpty()) {
            return;
        }
        CampaignId campaign = reading.get().schedule().campaign();
        PersonMark mark = PersonMark.of(person.key());
        Optional<Proof> pass = unspent(Kind.PASS, mark, turn, reading.get());
        Optional<Proof> carried = pass.or(() -> unspent(Kind.TICKET, mark, turn, reading.get()));
        if (carried.isEmpty()) {
            spendUnseen(person, campaign);
            return;
        }
        WindowId window = windowOf(carried.get(), reading.get()).orElseThrow();
        boolean isFirst = admissions.spend(window, carried.get().number());
        // Those who are booked for by the same pass were never counted.
        pass.filter(proof -> isFirst).ifPresent(proof -> admissions.leave(window, proof.number(), proof.expiresAt()));
    }

    /** What has had its journeys let nobody in: shown again, it does not stand for a number that is good. */
    private Optional<Proof> unspent(Kind kind, PersonMark person, Turn turn, Reading reading) {
        return turn.carried(kind)
                .filter(proof -> proof.person().equals(person))
                .filter(proof -> windowOf(proof, reading)
                        .filter(window -> !admissions.isSpent(window, proof.number()))
                        .isPresent());
    }

    private Optional<WindowId> windowOf(Proof proof, Reading reading) {
        return windows.of(proof.window(), reading.schedule()).map(BookingWindow::id);
    }

    /**
     * Who has thrown away what they carried, or shows an old one, has a number in the line all the same, and it is
     * spent, where there is a hand for it: it may have another journey otherwise, in which they find their booking.
     */
    private void spendUnseen(Applicant person, CampaignId campaign) {
        if (Hands.takeUp()
                && reservations.entitlementOf(person) instanceof Entitlement.Now now
                && joining.join(campaign, now.window().id(), person.key()) instanceof Joined joined) {
            admissions.spend(now.window().id(), joined.ticket().number());
        }
    }
}
