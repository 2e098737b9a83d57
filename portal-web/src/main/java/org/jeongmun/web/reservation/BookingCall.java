package org.jeongmun.web.reservation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A function of the database that does for many people what each of them asks for, and says what came of it for each. In
 * the order in which one transaction calls them: reservations that exist are locked before slots are, as by whoever
 * cancels.
 */
enum BookingCall {
    CONFIRM(
            connection -> connection.prepareStatement(ReservationColumns.SELECTED
                    + ", r.nth, r.refusal FROM confirm_places(?, ?, ?) r" + ReservationColumns.JOINED),
            "text",
            "text"),
    HOLD(
            connection -> connection.prepareStatement(ReservationColumns.SELECTED
                    + ", r.nth, r.refusal FROM hold_places(?, ?, ?, ?, ?, ?, ?, ?, ?) r" + ReservationColumns.JOINED),
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "bigint",
            "text");

    private final Preparation preparation;
    private final List<String> types;

    private interface Preparation {
        PreparedStatement on(Connection connection) throws SQLException;
    }

    /** @param types of a person's values, as the database calls them; the function takes an array of each */
    BookingCall(Preparation preparation, String... types) {
        this.preparation = preparation;
        this.types = List.of(types);
    }

    /**
     * Calls it.
     *
     * @param steps what each asks for, all of this call
     * @param patience for how long they may wait for other transactions, as the database reads it
     * @return in the order of the steps; stored with the transaction that the connection is in
     */
    List<Answer> answers(Connection connection, List<? extends BookingStep> steps, String patience)
            throws SQLException {
        List<Answer> answers = new ArrayList<>(Collections.nCopies(steps.size(), Answer.NOTHING));
        List<Object[]> people = steps.stream().map(BookingStep::values).toList();
        try (PreparedStatement statement = preparation.on(connection)) {
            int parameter = 0;
            for (String type : types) {
                int nth = parameter++;
                Object[] values = people.stream().map(person -> person[nth]).toArray();
                statement.setArray(parameter, connection.createArrayOf(type, values));
            }
            statement.setString(parameter + 1, patience);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    answers.set(row.getInt("nth") - 1, Answer.of(row));
                }
            }
        }
        return answers;
    }
}
