package org.jeongmun.benchmark.evening;

import java.sql.Connection;
import java.sql.SQLException;

/** The login that a portal has published. */
public interface Login {
    /** @return a new connection, to be closed by whoever asked for it */
    Connection connect() throws SQLException;
}
