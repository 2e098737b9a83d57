package org.jeongmun.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A test class with a migrated database of its own, which is gone with it. Classes run one after the other. */
public abstract class OnAnOwnDatabase {
    @TempDir
    private static Path data;

    /** While the class runs. */
    protected static DatabaseSession session;

    /** The owner's one connection, for the same time. */
    protected static Connection owner;

    @BeforeAll
    static void start() throws SQLException {
        session = null;
        owner = null;
        session = new Databases(new Settings(), new Progress()).open(data);
        session.migrate();
        owner = session.owner();
    }

    @AfterAll
    static void stop() throws SQLException {
        // JUnit calls this after a start that failed half-way as well.
        try {
            if (owner != null) {
                owner.close();
            }
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }
}
