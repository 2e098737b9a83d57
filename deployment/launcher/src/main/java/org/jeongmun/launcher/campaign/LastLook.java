package org.jeongmun.launcher.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * The last thing before a changed schedule is stored: no window that it alters may have opened since the change was
 * judged. Writing waits for lines that people are joining and for the disk, and what was said in time to keep a window
 * shut must not come into force when people have begun to book in it.
 */
final class LastLook {
    /** Storing what is written takes less, unless the disk has stopped. */
    private static final Duration NEAR = Duration.ofMinutes(1);

    /**
     * Whoever waits for this lock has everybody who books wait behind them. Less than the second after which the
     * database looks for a circle of those who wait for each other: then it is the change that makes way.
     */
    private static final String PATIENCE =
            "SET LOCAL lock_timeout = '900ms'; SET LOCAL idle_in_transaction_session_timeout = '5s'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private LastLook() {}

    /**
     * Looks at the clock again. Where the opening of a window that is altered is near, nobody books from this look
     * until the caller's transaction has ended: who has begun is waited for.
     *
     * @param transaction in which the change has been written
     * @param before in force until it ends
     * @param after in force from then on
     * @param judgedAt by which time the change was allowed
     * @throws CommandFailure exit code 2, when such a window has opened meanwhile; 3, when somebody books, or tends the
     *     table of reservations, for too long
     */
    static void at(Connection transaction, OpeningSchedule before, OpeningSchedule after, Instant judgedAt)
            throws SQLException {
        StoredCampaigns stored = new StoredCampaigns(transaction);
        List<BookingWindow> altered = altered(before, after);
        Instant written = stored.now().orElse(judgedAt);
        if (opening(altered, judgedAt, written.plus(NEAR)).isEmpty()) {
            return;
        }
        keepEverybodyFromBooking(transaction);
        Optional<BookingWindow> opened = opening(altered, judgedAt, stored.now().orElse(judgedAt));
        if (opened.isPresent()) {
            throw CommandFailure.wrongUsage("Window %s opened while this was being written, and nothing was changed."
                            .formatted(opened.get().id())
                    + " Say it again, and it will be judged by the schedule as it is now.");
        }
    }

    private static void keepEverybodyFromBooking(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute(PATIENCE);
            statement.execute("LOCK TABLE reservation IN SHARE MODE");
        } catch (SQLException refused) {
            if (LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
                throw CommandFailure.notThere(
                        "The table of reservations was busy for too long, and nothing was changed:"
                                + " say it again at once, or switch maintenance on.");
            }
            throw refused;
        }
    }

    /** @return the windows that are not in both as they are, or whose people are not */
    private static List<BookingWindow> altered(OpeningSchedule before, OpeningSchedule after) {
        return before.windows().stream()
                .filter(window -> !after.window(window.id()).equals(Optional.of(window))
                        || !after.cohort(window.cohort()).equals(before.cohort(window.cohort())))
                .toList();
    }

    private static Optional<BookingWindow> opening(List<BookingWindow> windows, Instant after, Instant until) {
        return windows.stream()
                .filter(window -> window.opensAt().isAfter(after))
                .filter(window -> !window.opensAt().isAfter(until))
                .min(Comparator.comparing(BookingWindow::opensAt));
    }
}
