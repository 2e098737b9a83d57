package org.jeongmun.web.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.reservation.Door;
import org.jeongmun.reservation.Entitlement;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.reservation.ReservationsAwayException;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.ScheduleInForce;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.Admissions.Admission;
import org.jeongmun.waitingroom.Admissions.Entry;
import org.jeongmun.waitingroom.JoinOutcome.Joined;
import org.jeongmun.waitingroom.JoiningTheLine;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.waitingroom.Ticket;

/**
 * Books for somebody on the telephone, by the same service, window, pool and trigger as for anybody, and in the same
 * line: a caller has the number that is theirs on every device, and is booked for when it has been called.
 */
@ApplicationScoped
public class AssistedBooking {
    @Inject
    private ReservationService reservations;

    @Inject
    private ScheduleInForce schedule;

    @Inject
    private Lines lines;

    @Inject
    private JoiningTheLine joining;

    @Inject
    private Admissions admissions;

    /** Made by the container. */
    public AssistedBooking() {}

    /** What came of it. */
    sealed interface Outcome {
        /** It is booked; whether by this, or by another device of the caller's or another press of the button. */
        record Booked(Reservation reservation, boolean byThis) implements Outcome {}

        /** It is not. */
        record Refused(RefusalReason reason, Optional<BookingWindow> next) implements Outcome {}

        /** Others are before the caller, who keeps the number; how many is empty while nobody knows. */
        record InLine(long number, Optional<Long> ahead) implements Outcome {}

        /** No place is free in the caller's window. */
        record NothingFree() implements Outcome {}
    }

    /** @return whether the caller may book now, and if not, when */
    Entitlement entitlementOf(Applicant caller) {
        return reservations.entitlementOf(caller);
    }

    /**
     * What a caller has who lost their code, or whose booking was answered when the agent's line was gone.
     *
     * @return their confirmed reservation
     * @throws ReservationsAwayException when the database does not answer
     */
    Optional<Reservation> confirmedOf(Applicant caller) {
        return reservations.activeOf(caller).filter(has -> has.state() == ReservationState.CONFIRMED);
    }

    /** @return whether callers wait for their turn at all */
    boolean hasLine() {
        return lines.hasAny();
    }

    /** Gets the caller the number that is theirs, in the line that they may join now; nobody is let in. */
    Outcome join(Applicant caller) {
        Optional<Reading> reading = schedule.now();
        Entitlement entitlement = reservations.entitlementOf(caller);
        Optional<BookingWindow> window = entitlement.joinable();
        if (reading.isEmpty() || window.isEmpty()) {
            return entitlement instanceof Entitlement.NotNow notNow
                    ? new Outcome.Refused(notNow.reason(), notNow.next())
                    : new Outcome.Refused(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
        }
        return joining.join(reading.get().schedule().campaign(), window.get().id(), caller.key())
                        instanceof Joined joined
                ? inLine(joined.ticket())
                : new Outcome.Refused(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
    }

    private Outcome inLine(Ticket ticket) {
        Optional<Line> line = lines.line(ticket.window());
        boolean standing = line.isEmpty() || lines.isFrozen();
        return new Outcome.InLine(ticket.number(), standing ? Optional.empty() : ahead(line.get(), ticket.number()));
    }

    Outcome book(Applicant caller, SlotId slot) {
        Optional<Reading> reading = schedule.now();
        Entitlement entitlement = reservations.entitlementOf(caller);
        if (entitlement instanceof Entitlement.NotNow notNow) {
            return new Outcome.Refused(notNow.reason(), notNow.next());
        }
        if (reading.isEmpty()) {
            return new Outcome.Refused(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
        }
        BookingWindow window = ((Entitlement.Now) entitlement).window();
        if (!hasLine()) {
            return taken(caller, slot, Optional.empty());
        }
        CampaignId campaign = reading.get().schedule().campaign();
        if (!(joining.join(campaign, window.id(), caller.key()) instanceof Joined joined)) {
            return new Outcome.Refused(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
        }
        return inTurn(caller, slot, joined.ticket(), reading.get().now().latest());
    }

    private Outcome inTurn(Applicant caller, SlotId slot, Ticket ticket, Instant now) {
        Optional<Line> line = lines.line(ticket.window());
        Instant until = now.plus(line.map(known -> known.room().passFor()).orElse(Duration.ZERO));
        Admission told = admissions.enter(ticket.window(), ticket.number(), until);
        if (!told.isIn()) {
            return told.entry() == Entry.NO_PLACES ? new Outcome.NothingFree() : inLine(ticket);
        }
        try {
            return taken(caller, slot, Optional.of(ticket.window()));
        } finally {
            // Whoever is inside by themselves stays so.
            if (told.entry() == Entry.ADMITTED) {
                admissions.leave(ticket.window(), ticket.number());
            }
        }
    }

    private static Optional<Long> ahead(Line line, long number) {
        return line.aheadOf(number).isPresent()
                ? Optional.of(line.aheadOf(number).getAsLong())
                : Optional.empty();
    }

    private Outcome taken(Applicant caller, SlotId slot, Optional<WindowId> letInBy) {
        ReservationOutcome held = reservations.hold(caller, slot, Door.ASSISTED, letInBy);
        ReservationOutcome outcome =
                held instanceof ReservationOutcome.Done ? reservations.confirm(caller, Optional.of(slot)) : held;
        return outcome.fold(
                done -> new Outcome.Booked(done.reservation(), !done.alreadyConfirmed()),
                refused -> new Outcome.Refused(refused.reason(), refused.next()));
    }
}
