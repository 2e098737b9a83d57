package org.jeongmun.launcher.supply;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.database.AllOrNothing;
import org.jeongmun.launcher.database.Tables;
import org.jeongmun.launcher.directory.DirectoryChange;

/**
 * One change of the supply of slots, after every other one and every import, and as a whole. People go on booking
 * meanwhile: where they have taken a place that was to be moved or filled, the change is worked out again.
 */
final class SupplyTransaction {
    private static final int TRIES = 5;
    private static final String SIGN =
            "SELECT set_config('jeongmun.operator', COALESCE(NULLIF(?, ''), 'unknown'), true)";
    /** A place was taken meanwhile, a slot has become full, or two waited for each other. */
    private static final Set<String> OVERTAKEN = Set.of("JM011", "23514", "40001", "40P01");

    private final Connection owner;

    /** @param owner a connection that has put on the owning role, in auto-commit; it stays so */
    SupplyTransaction(Connection owner) {
        this.owner = owner;
    }

    /** What changes the supply, and says whether it has. */
    interface Work<T> {
        Made<T> in(Tables tables) throws SQLException;
    }

    /** What came of it; {@code changed} says whether the nodes must read the slots again. */
    record Made<T>(T result, boolean changed) {}

    <T> T make(Work<T> work) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (SQLException failed) {
                if (!OVERTAKEN.contains(failed.getSQLState())) {
                    throw failed;
                }
                if (tries == TRIES) {
                    throw CommandFailure.notThere(
                            "People book those places faster than they can be moved: try again in a moment.", failed);
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        return AllOrNothing.make(owner, transaction -> {
            try (Statement statement = transaction.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
                statement.execute(DirectoryChange.WAIT);
            }
            Tables tables = new Tables(transaction);
            tables.read(SIGN, row -> row.getString(1), System.getProperty("user.name", ""));
            Made<T> made = work.in(tables);
            if (made.changed()) {
                tables.write(DirectoryChange.TELL);
            }
            return made.result();
        });
    }
}
