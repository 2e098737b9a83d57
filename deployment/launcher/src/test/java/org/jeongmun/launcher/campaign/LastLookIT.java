package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A postponement that takes too long to write")
class LastLookIT extends OnAnOwnDatabase {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted";

    /** Far enough away for the postponement to be judged in time, also by a slow machine. */
    private static final Duration AHEAD = Duration.ofSeconds(8);

    private final Instant opens = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void announce() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("UPDATE portal_state SET schedule_version = NULL");
            statement.execute("TRUNCATE campaign, booking_window_history CASCADE");
            statement.execute("INSERT INTO portal_state DEFAULT VALUES ON CONFLICT DO NOTHING");
        }
        new ScheduleChange(owner).apply(campaign(opens), Optional.empty(), CampaignText.RULES);
    }

    @AfterEach
    void nothingChanged() throws SQLException {
        assertEquals("t", one("SELECT opens_at = '%s' FROM booking_window".formatted(opens)));
    }

    @Test
    void changesNothingOnceTheWindowHasOpened() throws Exception {
        CommandFailure refused = postponedWhile(
                "SELECT FROM booking_window FOR UPDATE",
                postponed -> Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> Instant.now().isAfter(opens)));
        assertEquals(ExitCode.WRONG_USAGE, refused.exitCode());
        assertTrue(refused.getMessage().startsWith("Window w1 opened while this was being written"));
    }

    @Test
    void givesUpWhereEverybodyWhoBooksWouldWaitBehindIt() throws Exception {
        CommandFailure refused = postponedWhile(
                "LOCK TABLE reservation IN ROW EXCLUSIVE MODE",
                postponed -> Awaitility.await().atMost(PATIENCE).until(postponed::isDone));
        assertEquals(ExitCode.NOT_THERE, refused.exitCode());
        assertTrue(refused.getMessage().startsWith("The table of reservations was busy for too long"));
    }

    private interface Meanwhile {
        void pass(Future<?> postponed);
    }

    /** Postpones it, and has somebody else keep a lock until that is waited for and something has come to pass. */
    private CommandFailure postponedWhile(String lock, Meanwhile meanwhile) throws Exception {
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try (Connection other = session.owner();
                Connection change = session.owner();
                Statement locks = other.createStatement()) {
            other.setAutoCommit(false);
            locks.execute(lock);
            Future<?> postponed = operator.submit(() -> new ScheduleChange(change)
                    .postpone("w1", opens.plus(1, ChronoUnit.HOURS).toString(), "late delivery"));
            Awaitility.await().atMost(PATIENCE).until(() -> postponed.isDone() || !"0".equals(one(WAITING)));
            meanwhile.pass(postponed);
            other.rollback();
            ExecutionException refused = assertThrows(ExecutionException.class, postponed::get);
            return assertInstanceOf(CommandFailure.class, refused.getCause());
        } finally {
            operator.shutdownNow();
        }
    }

    private static Campaign campaign(Instant opens) {
        return CampaignText.campaign("{ id: w1, cohort: old, opens: %s, closes: %s }"
                .formatted(local(opens), local(opens.plus(2, ChronoUnit.DAYS))));
    }

    private static String local(Instant moment) {
        return LocalDateTime.ofInstant(moment, SEOUL).toString();
    }

    private static String one(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
