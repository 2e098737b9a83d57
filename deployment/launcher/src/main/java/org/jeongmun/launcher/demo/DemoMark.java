package org.jeongmun.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * The mark that makes a database a demo for good. It is set in the transaction that creates the schema; no command can
 * set it later, so the clock of a real database can never be shifted.
 */
public final class DemoMark {
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DemoMark() {}

    /** Marks the database whose schema is being created in the transaction of {@code connection}. */
    public static void set(Connection connection, Instant clockStartsAt) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql());
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO public.demo (clock_starts_at, secret) VALUES (?, ?)")) {
            insert.setObject(1, clockStartsAt.atOffset(ZoneOffset.UTC));
            insert.setBytes(2, secret);
            insert.executeUpdate();
        }
    }

    /** @return the secret of the demo, base64, the same for every portal on the database */
    public static String secret(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT secret FROM public.demo")) {
            row.next();
            return Base64.getEncoder().encodeToString(row.getBytes(1));
        }
    }

    private static String sql() {
        try (InputStream file = DemoMark.class.getResourceAsStream("/db/demo.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
