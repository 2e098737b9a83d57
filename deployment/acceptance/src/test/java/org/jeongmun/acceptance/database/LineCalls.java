package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;

/** What the database has written down of the calls of one line. */
final class LineCalls {
    private final String window;

    LineCalls(WaitingCampaign campaign) {
        window = campaign.window().value();
    }

    /** @return how often the holder of that token has called */
    long with(long token) throws SQLException {
        return TestDatabase.number("SELECT count(*) FROM line_call WHERE window_id = ? AND token = ?", window, token);
    }

    /** @return for how long nobody called when the holder of that token was replaced */
    long millisUntilReplaced(long token) throws SQLException {
        return TestDatabase.number(
                "SELECT (extract(epoch FROM min(called_at) FILTER (WHERE token = ?)"
                        + " - max(called_at) FILTER (WHERE token = ?)) * 1000)::bigint FROM line_call WHERE window_id = ?",
                token + 1,
                token,
                window);
    }

    void assertNeverBackInTime() throws SQLException {
        assertEquals(
                0,
                TestDatabase.number(
                        "SELECT count(*) FROM (SELECT called_at < lag(called_at) OVER (ORDER BY now_serving) AS back"
                                + " FROM line_call WHERE window_id = ?) WHERE back",
                        window));
    }

    /**
     * Who still calls keeps the lease: another follows only after a silence, be it that of a machine that stood still.
     */
    void assertNobodyIsReplacedWhoCalls() throws SQLException {
        assertEquals(
                0,
                TestDatabase.number(
                        "SELECT count(*) FROM (SELECT token <> lag(token) OVER calls AS replaced,"
                                + " called_at - lag(called_at) OVER calls AS silence FROM line_call"
                                + " WHERE window_id = ? WINDOW calls AS (ORDER BY now_serving))"
                                + " WHERE replaced AND silence < interval '1 second'",
                        window));
    }

    /**
     * Never more than the rate gives since before the first controller began, and not much less between the first call
     * and the last, the change of hands included; what a silence of more than three seconds left out is not made up
     * for.
     */
    void assertAtTheRate(int perSecond, Instant began) throws SQLException {
        long most = TestDatabase.number(
                "SELECT (extract(epoch FROM max(called_at) - ?::timestamptz) * ?)::bigint FROM line_call"
                        + " WHERE window_id = ?",
                began.toString(),
                perSecond,
                window);
        long due = TestDatabase.number(
                "SELECT (extract(epoch FROM sum(least(silence, interval '3 seconds'))) * ?)::bigint"
                        + " FROM (SELECT called_at - lag(called_at) OVER (ORDER BY now_serving) AS silence"
                        + " FROM line_call WHERE window_id = ?) WHERE silence IS NOT NULL",
                perSecond,
                window);
        long called = TestDatabase.number("SELECT max(now_serving) FROM line_call WHERE window_id = ?", window);
        assertTrue(called <= most + perSecond / 10 + 1, "called %d, at most %d".formatted(called, most));
        assertTrue(called >= due / 2, "called %d of %d".formatted(called, due));
    }
}
