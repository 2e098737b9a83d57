package org.jeongmun.web.line;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.waitingroom.JoinRefusal;

/** Gives many people of one line their numbers, in one transaction. */
final class JoinStatement implements AutoCloseable {
    private static final String JOIN = "SELECT person, given FROM join_line(?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement join;

    JoinStatement(Connection connection) throws SQLException {
        this.connection = connection;
        this.join = connection.prepareStatement(JOIN);
    }

    /** @return everybody's number by person key */
    Map<String, Long> join(JoinRequest.OfLine line, List<JoinRequest> people) throws SQLException {
        Object[] keys = people.stream().map(each -> each.person().value()).toArray();
        join.setString(1, line.campaign().value());
        join.setString(2, line.window().value());
        join.setArray(3, connection.createArrayOf("text", keys));
        Map<String, Long> numbers = new HashMap<>();
        try (ResultSet row = join.executeQuery()) {
            while (row.next()) {
                numbers.put(row.getString(1), row.getLong(2));
            }
        }
        return numbers;
    }

    /** @return what the database meant; empty when it is no refusal but trouble with the database itself */
    static Optional<JoinRefusal> refusal(SQLException said) {
        String state = said.getSQLState() == null ? "" : said.getSQLState();
        return switch (state) {
            case "JM004" -> Optional.of(JoinRefusal.MAINTENANCE);
            case "JM007" -> Optional.of(JoinRefusal.NO_LINE);
            case "JM008" -> Optional.of(JoinRefusal.NOT_YET);
            case "JM009" -> Optional.of(JoinRefusal.OVER);
            default -> Optional.empty();
        };
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
