package org.jeongmun.web.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationState;

/** Reads what a statement that changes a reservation says of it, in the order of {@link ReservationStatements}. */
final class ReservationColumns {
    private static final int FIRST = 5;
    private static final int SECOND = 12;

    private ReservationColumns() {}

    static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                new ReservationCode(row.getString(1)),
                ReservationState.valueOf(row.getString(2)),
                moment(row, 3),
                Optional.ofNullable(moment(row, 4)),
                place(row, FIRST),
                row.getString(SECOND) == null ? Optional.empty() : Optional.of(place(row, SECOND)));
    }

    private static Reservation.Place place(ResultSet row, int from) throws SQLException {
        return new Reservation.Place(
                new SlotId(row.getLong(from)),
                new ClinicId(row.getString(from + 1)),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getString(from + 4),
                moment(row, from + 5),
                row.getString(from + 6));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
