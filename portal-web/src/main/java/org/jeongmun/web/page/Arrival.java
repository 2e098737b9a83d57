package org.jeongmun.web.page;

import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.waitingroom.JoinRefusal;
import org.jeongmun.web.journey.CheckedIn;
import org.jeongmun.web.journey.Choice;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.JourneyCookies;
import org.jeongmun.web.journey.LineUp;
import org.jeongmun.web.journey.Receipt;

/** Lets in who has said who they are, and leads them to where they had got to. */
final class Arrival {
    private final Form form;
    private final Journey journey;
    private final LineUp line;
    private final JourneyCookies cookies;

    Arrival(Form form, Journey journey, LineUp line, JourneyCookies cookies) {
        this.form = form;
        this.journey = journey;
        this.line = line;
        this.cookies = cookies;
    }

    /**
     * Leads to the first step that is left to do: to the line, where there is one and it is not their turn; before an
     * opening without a line, to wait for it.
     */
    void begin(Applicant applicant, BookingWindow window, boolean open) {
        Optional<JoinRefusal> refusal = line.join(applicant, window, journey.turn());
        if (refusal.isPresent()) {
            form.refuse(RefusalWords.reason(refusal.get()), Optional.of(window));
            return;
        }
        Choice choice = journey.choice();
        admit(applicant, choice.released());
        if (!journey.turn().admits(applicant)) {
            form.goTo("/waiting");
            return;
        }
        if (!open) {
            form.goTo("/check-in");
            return;
        }
        form.goTo(choice.clinic().isPresent() ? "/reserve/slot" : "/reserve/clinic");
    }

    /** Leads to the place that is kept for them already, maybe from another device. */
    void resume(Applicant applicant, Reservation held) {
        admit(applicant, journey.choice().at(held.place().clinic()).held(held.holdExpiresAt()));
        form.goTo("/reserve/confirm");
    }

    /** On a computer that several people use, what the one before was promised is not for the next. */
    private void admit(Applicant applicant, Choice choice) {
        boolean same = journey.checkedIn()
                .filter(before -> before.applicant().key().equals(applicant.key()))
                .isPresent();
        if (!same && journey.hasReceipt()) {
            cookies.drop(Receipt.CARRIED, form.response());
        }
        cookies.write(CheckedIn.CARRIED, new CheckedIn(applicant), form.response());
        cookies.write(Choice.CARRIED, choice, form.response());
    }
}
