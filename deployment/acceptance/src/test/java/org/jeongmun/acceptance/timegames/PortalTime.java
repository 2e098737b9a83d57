package org.jeongmun.acceptance.timegames;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.portal.Rows;

/**
 * The portal's time by this test's monotonic clock, between two bounds: for judging tens of thousands of answers
 * without asking the database about each.
 *
 * @param at what the database said
 * @param askedAt before it was asked, in nanoseconds
 * @param answeredAt after it had answered
 */
record PortalTime(Instant at, long askedAt, long answeredAt) {
    private static final int SAMPLES = 50;

    /** The sharpest of many samples. */
    static PortalTime of(Rows rows) throws SQLException {
        PortalTime sharpest = sample(rows);
        for (int i = 1; i < SAMPLES; i++) {
            PortalTime next = sample(rows);
            sharpest = next.doubt() < sharpest.doubt() ? next : sharpest;
        }
        return sharpest;
    }

    private static PortalTime sample(Rows rows) throws SQLException {
        long asked = System.nanoTime();
        Instant now = rows.now();
        return new PortalTime(now, asked, System.nanoTime());
    }

    private long doubt() {
        return answeredAt - askedAt;
    }

    /** @return the portal's time cannot have been before this */
    Instant earliest(long nanos) {
        return at.plusNanos(nanos - answeredAt);
    }

    /** @return the portal's time cannot have been after this */
    Instant latest(long nanos) {
        return at.plusNanos(nanos - askedAt);
    }

    /** @return whether it is certain that the portal's time has come to {@code moment} */
    boolean hasCome(Instant moment) {
        return !earliest(System.nanoTime()).isBefore(moment);
    }

    /** Waits until the portal's time has come to {@code moment} beyond doubt. */
    void await(Instant moment) {
        Awaitility.await("portal time " + moment)
                .atMost(Duration.ofSeconds(180))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> hasCome(moment));
    }
}
