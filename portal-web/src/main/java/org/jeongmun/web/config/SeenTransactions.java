package org.jeongmun.web.config;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * What a snapshot of the database did not show: the transactions that were under way, and all from the next on. Who
 * asks again and again what has changed asks for rows of these. To ask for everything from the oldest that was under
 * way is simpler, but one transaction that somebody leaves open makes that more and more.
 *
 * @param next the first number of which no transaction had ended
 * @param underWay the numbers of those that had not ended
 */
public record SeenTransactions(String next, List<String> underWay) {
    /** Nothing was shown yet. */
    public static final SeenTransactions NONE = new SeenTransactions("0", List.of());

    /** Copies the list. */
    public SeenTransactions {
        underWay = List.copyOf(underWay);
    }

    /**
     * @param snapshot as PostgreSQL writes {@code pg_current_snapshot()}: oldest, next, and those under way between
     *     them
     */
    public static SeenTransactions of(String snapshot) {
        String[] parts = snapshot.split(":", -1);
        return new SeenTransactions(parts[1], parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",")));
    }

    /** Sets two parameters: {@code (?::text)::xid8}, at or after which all count, and {@code (?::text[])::xid8[]}. */
    public void setOn(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, next);
        statement.setArray(first + 1, statement.getConnection().createArrayOf("text", underWay.toArray()));
    }
}
