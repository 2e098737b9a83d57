package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.schedule.CampaignId;

/** Reads reservations, with the slots and the clinics that they name. Safe for many threads. */
final class ReservationRows {
    private static final String WHERE =
            ReservationColumns.SELECTED + " FROM reservation r" + ReservationColumns.JOINED + " WHERE ";

    private static final String ACTIVE =
            " AND (r.state = 'CONFIRMED' OR r.state = 'HELD' AND r.hold_expires_at > portal_now())";

    private static final String WITH_CODE = WHERE + "r.code = ?";
    private static final String ACTIVE_WITH_CODE = WHERE + "r.code = ? AND r.phone_key = ?" + ACTIVE;
    private static final String CANCELLED_WITH_CODE =
            WHERE + "r.code = ? AND r.phone_key = ? AND r.state = 'CANCELLED'";
    private static final String ACTIVE_OF = WHERE + "r.campaign_id = ? AND r.person_key = ?" + ACTIVE;

    private final OneByOne alone;

    ReservationRows(DataSource source) {
        this.alone = new OneByOne(source);
    }

    /** @return the reservation of that code, in whatever state */
    Optional<Reservation> withCode(String code) throws SQLException {
        return read(WITH_CODE, code);
    }

    /** @return the active reservation of that code, if it is of that phone */
    Optional<Reservation> activeWithCode(ReservationCode code, PersonKey phone) throws SQLException {
        return read(ACTIVE_WITH_CODE, code.value(), phone.value());
    }

    /** @return the cancelled reservation of that code, if it was of that phone */
    Optional<Reservation> cancelledWithCode(ReservationCode code, PersonKey phone) throws SQLException {
        return read(CANCELLED_WITH_CODE, code.value(), phone.value());
    }

    /** @return the person's active reservation */
    Optional<Reservation> activeOf(CampaignId campaign, PersonKey person) throws SQLException {
        return read(ACTIVE_OF, campaign.value(), person.value());
    }

    private Optional<Reservation> read(String sql, String... values) throws SQLException {
        try (Connection connection = alone.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setString(index + 1, values[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(ReservationColumns.reservation(row)) : Optional.empty();
            }
        }
    }
}
