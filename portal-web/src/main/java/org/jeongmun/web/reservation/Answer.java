package org.jeongmun.web.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jeongmun.reservation.Reservation;

/** What came of what somebody has asked the database for. */
sealed interface Answer {
    /** Nothing was to be done, as when there is no hold that could be confirmed. */
    Answer NOTHING = new Done(Optional.empty());

    /** What they are told whose patience has ended. */
    Answer TOO_LATE = new Refused(SqlStates.TOOK_TOO_LONG);

    /** @param changed what was changed; empty when nothing was */
    record Done(Optional<Reservation> changed) implements Answer {
        @Override
        public Optional<Reservation> orThrow() {
            return changed;
        }
    }

    /** @param sqlState that says why, see {@link SqlStates} */
    record Refused(String sqlState) implements Answer {
        @Override
        public Optional<Reservation> orThrow() throws SQLException {
            throw new SQLException("The database has refused it.", sqlState);
        }
    }

    /** @param said what has kept the whole transaction from being stored */
    record Failed(SQLException said) implements Answer {
        @Override
        public Optional<Reservation> orThrow() throws SQLException {
            throw said;
        }
    }

    /** @return what was changed; empty when nothing was */
    Optional<Reservation> orThrow() throws SQLException;

    /** @return what a function that does it for many says of one of them, in its current row */
    static Answer of(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        if (refusal != null) {
            return new Refused(refusal);
        }
        return ReservationColumns.isWhole(row) ? new Done(Optional.of(ReservationColumns.reservation(row))) : TOO_LATE;
    }
}
