package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.JoinOutcome;
import org.jeongmun.waitingroom.JoinOutcome.Joined;
import org.jeongmun.waitingroom.JoinRefusal;
import org.jeongmun.waitingroom.JoiningTheLine;
import org.jeongmun.web.state.PortalState;
import org.jeongmun.web.waitingroom.PersonMark;
import org.jeongmun.web.waitingroom.Proof;
import org.jeongmun.web.waitingroom.Proof.Kind;
import org.jeongmun.web.waitingroom.WindowMark;

/** The beginning of somebody's way through a line: they get a ticket. A booking ends it, where it is stored. */
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
}
