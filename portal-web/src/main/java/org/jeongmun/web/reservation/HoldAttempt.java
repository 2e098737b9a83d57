package org.jeongmun.web.reservation;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.Reservations.HoldRequest;
import org.jeongmun.web.reservation.Situation.Active;

/**
 * One person's way to one place. The first statement settles nearly every case; only when it takes nothing is the
 * situation looked at, and what the person has elsewhere given up, moved or left. For one thread.
 */
final class HoldAttempt {
    /** Between two looks the world can change; whoever is overtaken so often may come again. */
    private static final int ROUNDS = 4;

    /** So often the place for the second dose may be taken by somebody else between its choice and its taking. */
    private static final int MOST_OVERTAKEN = 40;

    /** Nobody who was overtaken begins again after that. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final ReservationStatements statements;
    private final HoldRequest request;
    private final long beganAt = System.nanoTime();
    private String code;
    private int overtaken;
    private Reservation taken;

    HoldAttempt(ReservationStatements statements, HoldRequest request) {
        this.statements = statements;
        this.request = request;
    }

    /** @return the code of what is held; after a run without a refusal */
    String code() {
        return code;
    }

    /** @return what is held, where this took it: it need not be read again */
    Optional<Reservation> taken() {
        return Optional.ofNullable(taken);
    }

    /** @return empty when the place is held */
    Optional<RefusalReason> run() throws SQLException {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Optional<RefusalReason> refusal = onceUnlessOvertaken();
                if (refusal.isPresent() || code != null) {
                    return refusal;
                }
            }
            return Optional.of(RefusalReason.TRY_AGAIN_LATER);
        } catch (SQLException said) {
            return Optional.of(reasonWhenOutsideWindow(said));
        }
    }

    private boolean mayGoOn() {
        return System.nanoTime() - beganAt < PATIENCE_NANOS;
    }

    private Optional<RefusalReason> onceUnlessOvertaken() throws SQLException {
        while (true) {
            try {
                return holdsNew() ? Optional.empty() : settle(statements.situation(request));
            } catch (SQLException said) {
                if (!SqlStates.isWithoutSecondPlace(said) || ++overtaken > MOST_OVERTAKEN || !mayGoOn()) {
                    throw said;
                }
            }
        }
    }

    private boolean holdsNew() throws SQLException {
        ReservationCode fresh = ReservationCode.random();
        taken = statements.hold(request, fresh).orElse(null);
        code = taken == null ? null : fresh.value();
        return taken != null;
    }

    /** @return a refusal; when there is none, {@link #code} is set or another round is due */
    private Optional<RefusalReason> settle(Situation situation) throws SQLException {
        Optional<RefusalReason> refusal = situation.refusal(request.slot());
        if (refusal.isPresent() || situation.active().isEmpty()) {
            return refusal;
        }
        Active active = situation.active().get();
        if (active.overdue()) {
            statements.expire(active.code());
        } else if (active.isAt(request.slot())) {
            code = active.code();
        } else {
            changePlace(active);
        }
        return Optional.empty();
    }

    private void changePlace(Active held) throws SQLException {
        if (held.window().equals(request.window().id().value())) {
            code = statements.move(held.code(), request.slot()) ? held.code() : null;
            return;
        }
        ReservationCode fresh = ReservationCode.random();
        code = statements.exchange(held.code(), request, fresh) ? fresh.value() : null;
    }

    private RefusalReason reasonWhenOutsideWindow(SQLException said) throws SQLException {
        if (!SqlStates.isOutsideWindow(said)) {
            throw said;
        }
        return statements.situation(request).windowIsAhead()
                ? RefusalReason.NOT_YET_YOUR_TIME
                : RefusalReason.YOUR_TIME_IS_OVER;
    }
}
