package org.jeongmun.launcher.directory;

import java.sql.SQLException;
import org.jeongmun.launcher.Progress;

/**
 * Takes rows into the directory in three steps, within one transaction of its caller: first all rows are added to a
 * temporary table, then they are checked against each other and the directory, then they are stored.
 */
public interface Intake<R> extends AutoCloseable {
    /** Adds a row that is sound in itself. */
    void add(long line, R row) throws SQLException;

    /** Ends the adding; the connection is free again. */
    void endOfRows() throws SQLException;

    /** Finds what is wrong with rows that are sound in themselves. */
    void check(Faults faults) throws SQLException;

    /** Stores the rows; those that the directory has word for word are not written again. */
    Changes store(Progress progress) throws SQLException;

    /** Gives the connection back when the adding was cut off. */
    @Override
    void close() throws SQLException;
}
