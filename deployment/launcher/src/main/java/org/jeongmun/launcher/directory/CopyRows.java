package org.jeongmun.launcher.directory;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by COPY, in PostgreSQL's text format. Until {@link #end} the connection is taken. */
public final class CopyRows implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final CopyIn copy;
    private final StringBuilder chunk = new StringBuilder(2 * CHUNK);
    private boolean inRow;

    /** @param statement COPY … FROM STDIN */
    public CopyRows(Connection connection, String statement) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    }

    /** Adds a field to the row. */
    public CopyRows field(String text) {
        separate();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '\\' -> chunk.append("\\\\");
                case '\t' -> chunk.append("\\t");
                case '\n' -> chunk.append("\\n");
                case '\r' -> chunk.append("\\r");
                default -> chunk.append(character);
            }
        }
        return this;
    }

    /** Adds a field to the row. */
    public CopyRows field(long number) {
        separate();
        chunk.append(number);
        return this;
    }

    /** Adds a field to the row. */
    public CopyRows field(double number) {
        separate();
        chunk.append(number);
        return this;
    }

    /** Ends the row. */
    public void endRow() throws SQLException {
        chunk.append('\n');
        inRow = false;
        if (chunk.length() >= CHUNK) {
            flush();
        }
    }

    /** Ends the rows. */
    public void end() throws SQLException {
        flush();
        copy.endCopy();
    }

    /** Cancels rows that were not ended; a connection in the middle of them would never answer again. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void separate() {
        if (inRow) {
            chunk.append('\t');
        }
        inRow = true;
    }

    private void flush() throws SQLException {
        byte[] bytes = chunk.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
    }
}
