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
import org.jeongmun.launcher.OnAnOwnDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A postponement that takes too long to write")
class LastLookIT extends OnAnOwnDatabase {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted";

    /** Far enough away for the postponement to be judged in time, also by a slow machine. */
    private static final Duration AHEAD = Duration.ofSeconds(8);

    @Test
    void changesNothingOnceTheWindowHasOpened() throws Exception {
        Instant opens = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        new ScheduleChange(owner).apply(campaign(opens), Optional.empty(), CampaignText.RULES);
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try (Connection booking = session.owner();
                Connection change = session.owner();
                Statement locks = booking.createStatement()) {
            booking.setAutoCommit(false);
            locks.execute("LOCK TABLE reservation IN ROW EXCLUSIVE MODE");
            Future<?> postponed = operator.submit(() -> new ScheduleChange(change)
                    .postpone("w1", opens.plus(1, ChronoUnit.HOURS).toString(), "late delivery"));
            Awaitility.await().atMost(PATIENCE).until(() -> postponed.isDone() || !"0".equals(one(WAITING)));
            Awaitility.await().atMost(PATIENCE).until(() -> Instant.now().isAfter(opens));
            booking.rollback();
            ExecutionException refused = assertThrows(ExecutionException.class, postponed::get);
            assertInstanceOf(CommandFailure.class, refused.getCause());
            assertTrue(
                    refused.getCause().getMessage().startsWith("Window w1 opened while this was being written"),
                    refused.getCause()::getMessage);
        } finally {
            operator.shutdownNow();
        }
        assertEquals("t", one("SELECT opens_at = '%s' FROM booking_window".formatted(opens)));
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
