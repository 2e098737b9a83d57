package org.jeongmun.acceptance.line;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.launcher.campaign.ScheduleChange;

/**
 * How fast the one line of {@code in-line.yaml} moves, changed by what the operator's command calls, without a process
 * for each time. It is slow for whoever is to wait in it, and fast while somebody has to reach its end.
 */
public final class LineSpeed {
    /** As its campaign says. */
    static final int SLOW = 4;

    /**
     * So that the few who are let in until a node has heard of the slower rate are fewer than a test has wait ahead.
     */
    private static final int FAST = 50;

    private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);

    private LineSpeed() {}

    /** Does something while the line is fast; it is slow again whatever comes of that. */
    public static void whileFast(Portal portal, Runnable something) {
        set(portal, FAST);
        try {
            something.run();
        } finally {
            set(portal, SLOW);
        }
    }

    /** @return how many the portal has let in since it started */
    static long entered(Portal portal) {
        return RawRequest.of("GET", "/metrics?scope=application")
                .sendTo(portal.published().managementUrl())
                .body()
                .lines()
                .filter(line -> line.startsWith("portal_admitted_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void set(Portal portal, int perSecond) {
        try (Connection owner = portal.connectAsOwner()) {
            new ScheduleChange(owner).admit(perSecond, Optional.empty(), "test");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
        awaitHeard(portal, perSecond);
    }

    /** Waits until the portal says that so many are let in each second. */
    static void awaitHeard(Portal portal, int perSecond) {
        Awaitility.await("a line of %d a second".formatted(perSecond))
                .atMost(HEARD_WITHIN)
                .until(() -> RawRequest.of("GET", "/waiting/status.json")
                        .sendTo(portal.published().publicUrl())
                        .body()
                        .matches("(?s).*\"admitPerSecond\":%d[,.}].*".formatted(perSecond)));
    }
}
