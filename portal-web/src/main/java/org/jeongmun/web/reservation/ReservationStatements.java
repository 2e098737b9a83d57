package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.Reservations.HoldRequest;
import org.jeongmun.schedule.CampaignId;

/**
 * Everything that changes reservations. Holding and confirming share a transaction with whoever else holds or confirms
 * at that moment, and why somebody got no place is looked for with whoever else got none; the rest is one statement
 * each, and {@link #exchange} two. What the database refuses comes as an {@link SQLException} with a state of ours.
 */
final class ReservationStatements implements AutoCloseable {
    /** The clock is asked in a sub-select: asked for each row, no index on a time could be used. */
    private static final String NOW = "(SELECT portal_now())";

    /** One statement and one answer: what was changed, with all that the person is told of it. */
    private static final String CHANGED = "WITH changed AS (";

    private static final String TOLD = " RETURNING " + ReservationColumns.OF_RESERVATION + ")"
            + ReservationColumns.SELECTED + " FROM changed r" + ReservationColumns.JOINED;

    private static final String MOVE = "UPDATE reservation SET slot_id = ?,"
            + " second_slot_id = NULLIF(second_place(?, campaign_id), 0) WHERE code = ? AND state = 'HELD'"
            + " AND hold_expires_at > " + NOW + " RETURNING code";

    private static final String GIVE_UP =
            "UPDATE reservation SET state = 'CANCELLED' WHERE code = ? AND state = 'HELD' RETURNING code";

    private static final String EXPIRE =
            "UPDATE reservation SET state = 'EXPIRED' WHERE code = ? AND state = 'HELD' AND hold_expires_at <= " + NOW
                    + " RETURNING code";

    private static final String HAS_EXPIRED =
            "SELECT code FROM reservation" + " WHERE campaign_id = ? AND person_key = ? AND state = 'EXPIRED' LIMIT 1";

    private static final String CANCEL = CHANGED + "UPDATE reservation SET state = 'CANCELLED'"
            + " WHERE code = ? AND phone_key = ? AND state IN ('HELD', 'CONFIRMED')"
            + " AND (state = 'CONFIRMED' OR hold_expires_at > " + NOW + ")" + TOLD;

    /** As patient as its transaction's statements are. */
    private static final String WITHOUT_LIMIT = "0";

    private static final String EXPIRE_OVERDUE = "SELECT expire_overdue(?)";

    private final OneByOne alone;
    private final GroupCommit groupCommit;
    private final Situations situations;

    ReservationStatements(DataSource source) {
        this.alone = new OneByOne(source);
        this.groupCommit = new GroupCommit(source);
        this.situations = new Situations(source);
    }

    /** @return the place, if it is taken by this */
    Optional<Reservation> hold(HoldRequest request, ReservationCode code) throws SQLException {
        return groupCommit.ask(new Hold(request, code));
    }

    /**
     * Gives back what is held under another window, and takes the place under this one; either both or neither.
     *
     * @return whether the place is taken
     */
    boolean exchange(String held, HoldRequest request, ReservationCode code) throws SQLException {
        try (Connection connection = alone.connection()) {
            return AllOrNothing.on(
                    connection,
                    () -> first(connection, GIVE_UP, held).isPresent()
                            && new Hold(request, code)
                                    .askAlone(connection, WITHOUT_LIMIT)
                                    .orThrow()
                                    .isPresent(),
                    done -> done);
        }
    }

    /** @return what keeps somebody from a place, by a look that many share */
    Situation situation(HoldRequest request) throws SQLException {
        return situations.of(request);
    }

    /** @return whether the held place is now in that slot */
    boolean move(String code, SlotId slot) throws SQLException {
        return first(MOVE, slot.value(), slot.value(), code).isPresent();
    }

    /** Gives back one hold, if it is overdue. */
    void expire(String code) throws SQLException {
        first(EXPIRE, code);
    }

    /** @return what has been confirmed by this; empty when nothing was held, or another slot than they were shown */
    Optional<Reservation> confirm(CampaignId campaign, PersonKey person, Optional<SlotId> shown) throws SQLException {
        return groupCommit.ask(new Confirmation(campaign, person, shown));
    }

    boolean hasExpired(CampaignId campaign, PersonKey person) throws SQLException {
        return first(HAS_EXPIRED, campaign.value(), person.value()).isPresent();
    }

    /** @return what has been given back by this */
    Optional<Reservation> cancel(ReservationCode code, PersonKey phone) throws SQLException {
        try (Connection connection = alone.connection()) {
            return changed(connection, CANCEL, code.value(), phone.value());
        }
    }

    int expireOverdue(int most) throws SQLException {
        try (Connection connection = alone.connection();
                PreparedStatement statement = connection.prepareStatement(EXPIRE_OVERDUE)) {
            statement.setInt(1, most);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Optional<String> first(String sql, Object... values) throws SQLException {
        try (Connection connection = alone.connection()) {
            return first(connection, sql, values);
        }
    }

    private static Optional<String> first(Connection connection, String sql, Object... values) throws SQLException {
        return answer(connection, sql, row -> row.getString(1), values);
    }

    private static Optional<Reservation> changed(Connection connection, String sql, Object... values)
            throws SQLException {
        return answer(connection, sql, ReservationColumns::reservation, values);
    }

    private static <T> Optional<T> answer(Connection connection, String sql, Columns<T> columns, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(columns.read(row)) : Optional.empty();
            }
        }
    }

    @Override
    public void close() {
        groupCommit.close();
        situations.close();
    }

    /** What a row says. */
    private interface Columns<T> {
        T read(ResultSet row) throws SQLException;
    }
}
