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
 * at that moment; the rest is one statement each, and {@link #exchange} two. What the database refuses comes as an
 * {@link SQLException} with a state of ours.
 */
final class ReservationStatements implements AutoCloseable {
    /** The clock is asked in a sub-select: asked for each row, no index on a time could be used. */
    private static final String NOW = "(SELECT portal_now())";

    /** One statement and one answer: what was changed, with all that the person is told of it. */
    private static final String CHANGED = "WITH changed AS (";

    private static final String TOLD = " RETURNING " + ReservationColumns.OF_RESERVATION + ")"
            + ReservationColumns.SELECTED + " FROM changed r" + ReservationColumns.JOINED;

    private static final String SITUATION = """
            SELECT s.starts_at > portal_now(), has_room(s.id, asked.booking_window), r.code, r.state, r.window_id,
                   r.slot_id, r.hold_expires_at > portal_now(), w.opens_at > portal_now(),
                   CASE WHEN has_room(s.id, asked.booking_window) THEN second_place(s.id, asked.campaign) = 0 END
              FROM (SELECT ?::bigint AS slot, ?::text AS campaign, ?::text AS person, ?::text AS booking_window) asked
              LEFT JOIN slot s ON s.id = asked.slot
              LEFT JOIN booking_window w ON w.id = asked.booking_window
              LEFT JOIN reservation r ON r.campaign_id = asked.campaign AND r.person_key = asked.person
                                     AND r.state IN ('HELD', 'CONFIRMED')""";

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

    private final DataSource source;
    private final GroupCommit groupCommit;

    ReservationStatements(DataSource source) {
        this.source = source;
        this.groupCommit = new GroupCommit(source);
    }

    /**
     * Why a hold did not come about.
     *
     * @param slotIsAhead whether the slot exists and is yet to begin
     * @param slotHasRoom whether it has a free place
     * @param secondIsMissing whether a second dose is due and has no place
     * @param active what the person has in this campaign
     * @param windowIsAhead whether the window is yet to open
     */
    record Situation(
            boolean slotIsAhead,
            boolean slotHasRoom,
            boolean secondIsMissing,
            Optional<Active> active,
            boolean windowIsAhead) {}

    /** A person's held or confirmed reservation; {@code overdue} says that its hold has run out. */
    record Active(String code, boolean confirmed, String window, long slot, boolean overdue) {}

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
        try (Connection connection = source.getConnection()) {
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

    Situation situation(HoldRequest request) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(SITUATION)) {
            statement.setLong(1, request.slot().value());
            statement.setString(2, request.campaign().value());
            statement.setString(3, request.person().value());
            statement.setString(4, request.window().id().value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Situation(
                        row.getBoolean(1), row.getBoolean(2), row.getBoolean(9), active(row), row.getBoolean(8));
            }
        }
    }

    private static Optional<Active> active(ResultSet row) throws SQLException {
        if (row.getString(3) == null) {
            return Optional.empty();
        }
        boolean confirmed = "CONFIRMED".equals(row.getString(4));
        return Optional.of(new Active(
                row.getString(3), confirmed, row.getString(5), row.getLong(6), !confirmed && !row.getBoolean(7)));
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
        try (Connection connection = source.getConnection()) {
            return changed(connection, CANCEL, code.value(), phone.value());
        }
    }

    int expireOverdue(int most) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(EXPIRE_OVERDUE)) {
            statement.setInt(1, most);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private Optional<String> first(String sql, Object... values) throws SQLException {
        try (Connection connection = source.getConnection()) {
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
    }

    /** What a row says. */
    private interface Columns<T> {
        T read(ResultSet row) throws SQLException;
    }
}
