package org.jeongmun.acceptance.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.ReservationCode;

/**
 * What somebody asks for together with others, in one call of the database's function.
 *
 * @param slot to be held, or that they were shown when they confirm; {@code null} where they confirm whatever they hold
 */
record Wish(Campaign of, PersonKey person, SlotId slot) {
    private static final String HOLD = " FROM hold_places(?, ?, ?, ?, ?, ?, ?, ?, '100ms')";
    private static final String CONFIRM = " FROM confirm_places(?, ?, ?, '100ms')";

    /** @return of each that was told of, by its place in the list from 1: the state of the place or of the refusal */
    static Map<Integer, String> hold(List<Wish> wishes) throws SQLException {
        return held("SELECT nth, COALESCE(refusal, state)" + HOLD, wishes, codes(wishes.size()));
    }

    /** @return of each that was told of: the code of what they were told of */
    static Map<Integer, String> codesOfHeld(List<Wish> wishes, List<String> codes) throws SQLException {
        return held("SELECT nth, code" + HOLD, wishes, codes);
    }

    private static Map<Integer, String> held(String sql, List<Wish> wishes, List<String> codes) throws SQLException {
        try (Connection portal = TestDatabase.portal();
                PreparedStatement statement = portal.prepareStatement(sql)) {
            statement.setArray(1, texts(portal, codes));
            statement.setArray(
                    2, texts(portal, each(wishes, wish -> wish.of().id().value())));
            statement.setArray(
                    3,
                    texts(portal, each(wishes, wish -> wish.of().window().id().value())));
            statement.setArray(
                    4,
                    texts(
                            portal,
                            each(wishes, wish -> wish.of().window().cohort().value())));
            statement.setArray(
                    5, texts(portal, each(wishes, wish -> wish.person().value())));
            statement.setArray(
                    6, texts(portal, each(wishes, wish -> wish.person().value())));
            statement.setArray(
                    7,
                    portal.createArrayOf(
                            "bigint",
                            wishes.stream().map(wish -> wish.slot().value()).toArray()));
            statement.setArray(8, texts(portal, Collections.nCopies(wishes.size(), "web")));
            return told(statement);
        }
    }

    static Map<Integer, String> confirm(List<Wish> wishes) throws SQLException {
        return confirmed("SELECT nth, COALESCE(refusal, state)" + CONFIRM, wishes);
    }

    /** @return of each that was told of: the code of what they were told of */
    static Map<Integer, String> codesOfConfirmed(List<Wish> wishes) throws SQLException {
        return confirmed("SELECT nth, code" + CONFIRM, wishes);
    }

    private static Map<Integer, String> confirmed(String sql, List<Wish> wishes) throws SQLException {
        try (Connection portal = TestDatabase.portal();
                PreparedStatement statement = portal.prepareStatement(sql)) {
            statement.setArray(
                    1, texts(portal, each(wishes, wish -> wish.of().id().value())));
            statement.setArray(
                    2, texts(portal, each(wishes, wish -> wish.person().value())));
            statement.setArray(
                    3,
                    portal.createArrayOf(
                            "bigint", wishes.stream().map(Wish::shown).toArray()));
            return told(statement);
        }
    }

    private Long shown() {
        return slot == null ? null : slot.value();
    }

    private static Map<Integer, String> told(PreparedStatement statement) throws SQLException {
        Map<Integer, String> told = new TreeMap<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                told.put(row.getInt(1), row.getString(2));
            }
        }
        return told;
    }

    static List<String> codes(int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(ReservationCode.random().value());
        }
        return codes;
    }

    private static List<String> each(List<Wish> wishes, Function<Wish, String> what) {
        return wishes.stream().map(what).toList();
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
