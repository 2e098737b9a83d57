package org.jeongmun.web.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import org.jeongmun.reservation.Reservation;

/** What a function that does it for many says of one of them: a refusal, or what was changed, or neither. */
record Answer(Optional<Reservation> done, Optional<String> refusal) {
    static final Answer NOTHING = new Answer(Optional.empty(), Optional.empty());

    static Answer of(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        if (refusal == null && !ReservationColumns.isWhole(row)) {
            return new Answer(Optional.empty(), Optional.of(Refusals.TOOK_TOO_LONG));
        }
        return refusal == null
                ? new Answer(Optional.of(ReservationColumns.reservation(row)), Optional.empty())
                : new Answer(Optional.empty(), Optional.of(refusal));
    }

    /** @return what they are told whose patience has ended */
    static SQLException tooLate() {
        return new SQLTimeoutException("The database was not reached in time.", Refusals.TOOK_TOO_LONG);
    }

    Optional<Reservation> orThrow() throws SQLException {
        if (refusal.isPresent()) {
            throw new SQLException("The database has refused it.", refusal.get());
        }
        return done;
    }
}
