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

/** All that a person is told of a reservation, with its slots and their clinics: how it is asked for and read. */
final class ReservationColumns {
    static final String OF_RESERVATION = "code, state, hold_expires_at, confirmed_at, slot_id, second_slot_id";

    static final String SELECTED = """
            SELECT r.code, r.state, r.hold_expires_at, r.confirmed_at,
                   s.id, c.id, c.name, c.address, c.phone, s.starts_at, s.vaccine,
                   t.id, d.id, d.name, d.address, d.phone, t.starts_at, t.vaccine""";

    /** For a relation called {@code r}; a row of it that names no slot is there all the same. */
    static final String JOINED = """

              LEFT JOIN slot s ON s.id = r.slot_id LEFT JOIN clinic c ON c.id = s.clinic_id
              LEFT JOIN slot t ON t.id = r.second_slot_id LEFT JOIN clinic d ON d.id = t.clinic_id""";

    private static final int FIRST = 5;
    private static final int SECOND = 12;

    private ReservationColumns() {}

    /** @return whether the slot was there when the statement began: one that is imported meanwhile is not seen yet */
    static boolean isWhole(ResultSet row) throws SQLException {
        return row.getObject(FIRST) != null;
    }

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
