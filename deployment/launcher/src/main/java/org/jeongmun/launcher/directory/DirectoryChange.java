package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.AllOrNothing;
import org.jeongmun.launcher.database.Tables;

/** One transaction that changes the directory, after every other one and as a whole. */
public final class DirectoryChange {
    private static final String KEY = "hashtextextended('jeongmun.directory', 0)";
    private static final String BEGIN = "SELECT CASE WHEN pg_try_advisory_xact_lock(" + KEY + ") THEN 1 ELSE 0 END";

    /** The first statement of whatever changes clinics, slots or their supply: waits for all others that do. */
    public static final String WAIT = "SELECT pg_advisory_xact_lock(" + KEY + ")";

    /** The last statement: the row is everybody's, and is locked from here to the end of the transaction. */
    public static final String TELL = "UPDATE portal_state SET directory_version = directory_version + 1";

    private DirectoryChange() {}

    /**
     * Does the work, tells the portal's nodes, and commits; what the work throws undoes everything.
     *
     * @param owner a connection that has put on the owning role, in auto-commit
     */
    static <T> T make(Connection owner, Progress progress, AllOrNothing.Work<T> work) throws SQLException {
        return AllOrNothing.make(owner, transaction -> {
            Tables tables = new Tables(transaction);
            tables.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            if (tables.number(BEGIN) == 0) {
                progress.line("Waiting for another import or seeding to end.");
                tables.execute(WAIT);
            }
            T result = work.in(transaction);
            tables.execute(TELL);
            return result;
        });
    }
}
