package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A function of the database that does for many people what each of them asks for, and says what came of it for each.
 * In the order in which one transaction calls them: reservations that exist are locked before slots are, as by whoever
 * cancels.
 */
enum BookingCall {
    CONFIRM(
            Confirmation.TYPES,
            connection -> connection.prepareStatement(ReservationColumns.SELECTED
                    + ", r.nth, r.refusal FROM confirm_places(?, ?, ?, ?) r" + ReservationColumns.JOINED)),
    HOLD(
            Hold.TYPES,
            connection -> connection.prepareStatement(ReservationColumns.SELECTED
                    + ", r.nth, r.refusal FROM hold_places(?, ?, ?, ?, ?, ?, ?, ?, ?) r" + ReservationColumns.JOINED));

    private final List<String> types;
    private final Preparation preparation;

    /** A statement that is spelled out where it is prepared: nothing that came from anywhere else can be in it. */
    private interface Preparation {
        PreparedStatement on(Connection connection) throws SQLException;
    }

    /** @param types of a person's values; the function takes an array of each, and then how long to wait for others */
    BookingCall(List<String> types, Preparation preparation) {
        this.types = types;
        this.preparation = preparation;
    }

    /**
     * Calls it.
     *
     * @param steps what each asks for, all of this call
     * @param patience for how long they may wait for other transactions, as the database reads it
     * @return in the order of the steps; stored with the transaction that the connection is in
     */
    List<Answer> answers(Connection connection, List<BookingStep> steps, String patience) throws SQLException {
        List<Answer> answers = new ArrayList<>(Collections.nCopies(steps.size(), Answer.NOTHING));
        List<Object[]> people = steps.stream().map(BookingStep::values).toList();
        try (PreparedStatement statement = preparation.on(connection)) {
            for (int i = 0; i < types.size(); i++) {
                int column = i;
                Object[] values = people.stream().map(person -> person[column]).toArray();
                statement.setArray(column + 1, connection.createArrayOf(types.get(column), values));
            }
            statement.setString(types.size() + 1, patience);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    answers.set(row.getInt("nth") - 1, Answer.of(row));
                }
            }
        }
        return answers;
    }
}
