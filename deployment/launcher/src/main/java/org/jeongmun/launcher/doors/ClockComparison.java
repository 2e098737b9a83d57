package org.jeongmun.launcher.doors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jeongmun.launcher.PublishedPortal;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseLogin;

/**
 * Whether the database's clock, the only judge of time, agrees with this machine's, where that one is known to follow
 * the time of the world. It warns and decides nothing.
 */
final class ClockComparison {
    private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");
    private static final Path TIMEDATECTL = Path.of("/usr/bin/timedatectl");
    private static final Duration TOLERATED = Duration.ofMillis(500);
    private static final int SAMPLES = 3;

    private ClockComparison() {}

    /** @return what the operator should know; empty when both clocks agree */
    static Optional<String> of(PublishedPortal portal, Settings settings) {
        if (!isSynchronised()) {
            return Optional.of("This machine does not say that its clock is synchronised (NTP), so the database's clock"
                    + " could not be compared with it.");
        }
        DatabaseLogin login = new DatabaseLogin(
                portal.value("db.url").orElse(""),
                portal.value("db.user").orElse(""),
                portal.value("db.password")
                        .or(() -> settings.value("portal.db.password"))
                        .orElse(""));
        try (Connection connection = login.connect()) {
            return judged(offset(connection));
        } catch (SQLException silent) {
            return Optional.of("The database could not be asked for its time.");
        }
    }

    /** @param offset how far the database is ahead */
    static Optional<String> judged(Duration offset) {
        return offset.abs().compareTo(TOLERATED) <= 0
                ? Optional.empty()
                : Optional.of(
                        "The database's clock is %d ms %s this machine's, which is synchronised: doors will open so"
                                        .formatted(offset.abs().toMillis(), offset.isNegative() ? "behind" : "ahead of")
                                + " much " + (offset.isNegative() ? "late" : "early") + " by the time of the world.");
    }

    private static Duration offset(Connection connection) throws SQLException {
        Duration best = Duration.ofDays(1);
        Duration offset = Duration.ZERO;
        try (Statement statement = connection.createStatement()) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                Instant before = Instant.now();
                try (ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
                    row.next();
                    Instant told = row.getObject(1, OffsetDateTime.class).toInstant();
                    Duration took = Duration.between(before, Instant.now());
                    if (took.compareTo(best) < 0) {
                        best = took;
                        offset = Duration.between(before.plus(took.dividedBy(2)), told);
                    }
                }
            }
        }
        return offset;
    }

    private static boolean isSynchronised() {
        if (Files.exists(SYNCHRONISED)) {
            return true;
        }
        if (!Files.isExecutable(TIMEDATECTL)) {
            return false;
        }
        try {
            Process asked = new ProcessBuilder(TIMEDATECTL.toString(), "show", "-p", "NTPSynchronized", "--value")
                    .redirectErrorStream(true)
                    .start();
            if (!asked.waitFor(2, TimeUnit.SECONDS)) {
                asked.destroyForcibly();
                return false;
            }
            byte[] said = asked.getInputStream().readNBytes(16);
            return new String(said, StandardCharsets.US_ASCII).strip().equals("yes");
        } catch (IOException untold) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
