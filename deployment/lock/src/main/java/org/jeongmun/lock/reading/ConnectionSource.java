package org.jeongmun.lock.reading;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a thread that asks the database by itself has its connection from, whenever it needs another one. */
@FunctionalInterface
public interface ConnectionSource {
    /** @return a new connection in the portal's own role, which gives up on a silent server; the caller's to close */
    Connection open() throws SQLException;
}
