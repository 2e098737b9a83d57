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
    private ReservationColumns() {}

    static Reservation reservation(ResultSet row) throws SQLException {
        return new Reservation(
                new ReservationCode(row.getString(1)),
                ReservationState.valueOf(row.getString(2)),
                moment(row, 3),
                Optional.ofNullable(moment(row, 4)),
                new Reservation.Place(
                        new SlotId(row.getLong(5)),
                        new ClinicId(row.getString(6)),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        moment(row, 10),
                        row.getString(11)));
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
