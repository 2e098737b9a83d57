package org.jeongmun.lock.reading;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What one thread asks the database by, on a connection of its own. It outlives every failure: a failure costs the
 * connection, is told to the log once for each time that the database goes away, and the next question opens another
 * one.
 *
 * @param <S> what is asked by, made anew for each connection; closing it closes the connection
 */
public final class OwnSession<S extends AutoCloseable> {
    private static final Logger LOG = System.getLogger(OwnSession.class.getName());

    private final String subject;
    private final ConnectionSource connections;
    private final Opening<S> opening;
    private S open;
    private long failures;

    /** Makes what is asked by. */
    @FunctionalInterface
    public interface Opening<S> {
        /** @param connection to be asked by nobody else, and closed with what is made */
        S on(Connection connection) throws SQLException;
    }

    /** What is asked. */
    @FunctionalInterface
    public interface Question<S, T> {
        /** @return the answer, never {@code null} */
        T of(S session) throws SQLException;
    }

    /** @param subject as the log has it, a word such as {@code line} */
    public OwnSession(String subject, ConnectionSource connections, Opening<S> opening) {
        this.subject = subject;
        this.connections = connections;
        this.opening = opening;
    }

    /** @return the answer; empty when the database, or what became of its answer, has failed */
    public <T> Optional<T> ask(Question<S, T> question) {
        try {
            T answer = question.of(session());
            if (failures > 0) {
                LOG.log(Level.INFO, "{0}.regained failures={1}", subject, Long.toString(failures));
            }
            failures = 0;
            return Optional.of(answer);
        } catch (SQLException | RuntimeException | Error failure) {
            close();
            if (failures++ == 0) {
                LOG.log(Level.WARNING, "{0}.lost reason={1}", subject, failure.toString());
            }
            return Optional.empty();
        }
    }

    private S session() throws SQLException {
        if (open == null) {
            Connection connection = connections.open();
            try {
                open = opening.on(connection);
            } finally {
                if (open == null) {
                    connection.close();
                }
            }
        }
        return open;
    }

    /** @return how many questions have failed since one was answered */
    public long failures() {
        return failures;
    }

    /** Closes the connection, if there is one; the next question opens another. */
    public void close() {
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (Exception alreadyBroken) {
            LOG.log(Level.DEBUG, subject + ".connection.close", alreadyBroken);
        }
        open = null;
    }
}
