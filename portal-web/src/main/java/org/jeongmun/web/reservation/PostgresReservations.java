package org.jeongmun.web.reservation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationOutcome;
import org.jeongmun.reservation.ReservationOutcome.Done;
import org.jeongmun.reservation.ReservationOutcome.Refused;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.reservation.Reservations;
import org.jeongmun.reservation.ReservationsAwayException;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.web.load.Hands;

/**
 * Reservations in PostgreSQL. The database's triggers judge every change; this finds the words for what they say. A
 * conflict between two people is tried again a few times, and then, like a database that is away, left for later.
 */
public final class PostgresReservations implements Reservations, AutoCloseable {
    private static final Logger LOG = System.getLogger(PostgresReservations.class.getName());
    private static final int TRIES = 4;

    /** Twice, for a place that another device of the same person takes between the change and the look. */
    private static final int CONFIRM_ROUNDS = 2;

    private final ReservationStatements statements;
    private final ReservationRows rows;
    private final AtomicBoolean away = new AtomicBoolean();

    /** @param source connections in the portal's own role, which give up on a silent database within seconds */
    public PostgresReservations(DataSource source) {
        statements = new ReservationStatements(source);
        rows = new ReservationRows(source);
    }

    /** What is asked of the database. */
    private interface Work<T> {
        T ask() throws SQLException;
    }

    @Override
    public ReservationOutcome hold(HoldRequest request) {
        return outcome(() -> {
            HoldAttempt attempt = new HoldAttempt(statements, request);
            Optional<RefusalReason> refusal = attempt.run();
            if (refusal.isPresent()) {
                return ReservationOutcome.refused(refusal.get());
            }
            return attempt.taken().isPresent() ? new Done(attempt.taken().get()) : found(rows.withCode(attempt.code()));
        });
    }

    @Override
    public ReservationOutcome confirm(CampaignId campaign, PersonKey person, Optional<SlotId> shown) {
        return outcome(() -> {
            for (int round = 0; round < CONFIRM_ROUNDS; round++) {
                Optional<Reservation> confirmed = statements.confirm(campaign, person, shown);
                if (confirmed.isPresent()) {
                    return new Done(confirmed.get());
                }
                Optional<Reservation> active = rows.activeOf(campaign, person);
                if (active.isEmpty()) {
                    return ReservationOutcome.refused(whyNothingIsHeld(campaign, person));
                }
                if (active.get().state() == ReservationState.CONFIRMED) {
                    return new Done(active.get(), true);
                }
                if (shown.filter(slot -> !slot.equals(active.get().place().slot()))
                        .isPresent()) {
                    return ReservationOutcome.refused(RefusalReason.OTHER_PLACE_HELD);
                }
            }
            return ReservationOutcome.refused(RefusalReason.TRY_AGAIN_LATER);
        });
    }

    private RefusalReason whyNothingIsHeld(CampaignId campaign, PersonKey person) throws SQLException {
        return statements.hasExpired(campaign, person) ? RefusalReason.HOLD_EXPIRED : RefusalReason.NO_SUCH_RESERVATION;
    }

    @Override
    public Optional<Reservation> activeOf(CampaignId campaign, PersonKey person) {
        return orAway(() -> rows.activeOf(campaign, person));
    }

    @Override
    public ReservationOutcome withCode(ReservationCode code, PersonKey phone) {
        return outcome(() -> found(rows.activeWithCode(code, phone)));
    }

    @Override
    public ReservationOutcome cancel(ReservationCode code, PersonKey phone) {
        return outcome(() -> {
            Optional<Reservation> cancelled = statements.cancel(code, phone);
            // Whose first answer was lost is told the same once more.
            return found(cancelled.isPresent() ? cancelled : rows.cancelledWithCode(code, phone));
        });
    }

    @Override
    public int expireOverdue(int most) {
        return orAway(() -> statements.expireOverdue(most));
    }

    private static ReservationOutcome found(Optional<Reservation> reservation) {
        return reservation
                .<ReservationOutcome>map(Done::new)
                .orElseGet(() -> ReservationOutcome.refused(RefusalReason.NO_SUCH_RESERVATION));
    }

    private ReservationOutcome outcome(Work<ReservationOutcome> work) {
        ReservationOutcome outcome = outcomeOf(work);
        if (outcome instanceof Refused) {
            // Who is refused is still to be shown a page.
            Hands.takeUp();
        }
        return outcome;
    }

    private ReservationOutcome outcomeOf(Work<ReservationOutcome> work) {
        try {
            return tried(work);
        } catch (SQLException said) {
            return ReservationOutcome.refused(SqlStates.reasonOf(said).orElseGet(() -> {
                report(said);
                return RefusalReason.TRY_AGAIN_LATER;
            }));
        }
    }

    private <T> T orAway(Work<T> work) {
        try {
            return tried(work);
        } catch (SQLException said) {
            report(said);
            throw new ReservationsAwayException(said);
        }
    }

    private <T> T tried(Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                T answer = work.ask();
                away.set(false);
                return answer;
            } catch (SQLException conflict) {
                if (tries == TRIES || !SqlStates.isToBeTriedAtOnce(conflict)) {
                    throw conflict;
                }
            }
        }
    }

    /** Who only had to wait too long is told so, and no operator is sent to look for a database that is there. */
    private void report(SQLException said) {
        if (SqlStates.isBusy(said)) {
            LOG.log(Level.DEBUG, "reservation.database.busy sqlstate={0}", said.getSQLState());
        } else {
            reportAway(said);
        }
    }

    /** Once for each time that it goes away; the message is left out, because it can repeat what a citizen typed. */
    private void reportAway(SQLException said) {
        if (away.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "reservation.database.away sqlstate={0} class={1}",
                    said.getSQLState(),
                    said.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        statements.close();
    }
}
