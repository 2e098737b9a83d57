package org.jeongmun.launcher.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * The last thing before a changed schedule is stored: no window may have opened since the change was judged. Writing
 * waits for lines that people are joining and for the disk, and what was said in time to keep a window shut must not
 * come into force when people have begun to book in it.
 */
final class LastLook {
    /** Storing what is written takes less, unless the disk has stopped. */
    private static final Duration NEAR = Duration.ofMinutes(1);

    private LastLook() {}

    /**
     * Looks at the clock again. Where an opening is near, nobody books from this look until the caller's transaction
     * has ended: who has begun is waited for.
     *
     * @param transaction in which the change has been written
     * @param before in force until it ends
     * @param judgedAt by which time the change was allowed
     * @throws CommandFailure exit code 2, when a window has opened meanwhile
     */
    static void at(Connection transaction, OpeningSchedule before, Instant judgedAt) throws SQLException {
        StoredCampaigns stored = new StoredCampaigns(transaction);
        Instant written = stored.now().orElse(judgedAt);
        if (opening(before, judgedAt, written.plus(NEAR)).isEmpty()) {
            return;
        }
        try (Statement statement = transaction.createStatement()) {
            statement.execute("LOCK TABLE reservation IN SHARE MODE");
        }
        Optional<BookingWindow> opened = opening(before, judgedAt, stored.now().orElse(judgedAt));
        if (opened.isPresent()) {
            throw CommandFailure.wrongUsage("Window %s opened while this was being written, and nothing was changed."
                            .formatted(opened.get().id())
                    + " Say it again, and it will be judged by the schedule as it is now.");
        }
    }

    /** @return the first window that opens after one moment and not after the other */
    static Optional<BookingWindow> opening(OpeningSchedule schedule, Instant after, Instant until) {
        return schedule.windows().stream()
                .filter(window -> window.opensAt().isAfter(after))
                .filter(window -> !window.opensAt().isAfter(until))
                .min(Comparator.comparing(BookingWindow::opensAt));
    }
}
