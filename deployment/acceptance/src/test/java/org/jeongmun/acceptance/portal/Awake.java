package org.jeongmun.acceptance.portal;

import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jeongmun.acceptance.client.Visitor;

/**
 * A portal is ready when its gate is; clinics and lines it learns in the background, a moment later. Until then whoever
 * comes is told to come back or sent to wait, which is right and in the way of nearly every test.
 */
final class Awake {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_LINE = "There is no line now.";

    private Awake() {}

    /**
     * Waits for it. One that is meant to be out of order never comes to that, and is taken as it is; so is one that is
     * told to be reached through a proxy, which no test has.
     */
    static void await(Portal portal) {
        if (portal.published().publicUrl().getScheme().equals("https")) {
            return;
        }
        try {
            Awaitility.await("what the portal learns in the background")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptions()
                    .until(() -> !portal.process().isAlive() || knowsAll(portal));
        } catch (ConditionTimeoutException asItIs) {
            return;
        }
    }

    private static boolean knowsAll(Portal portal) throws SQLException {
        Visitor visitor = new Visitor(portal.published().publicUrl());
        return switch (visitor.get("/schedule.json").json().path("status").asText()) {
            case "OPEN" -> visitor.get("/clinics").status() == 200 && knowsItsLines(visitor, portal);
            case "NOT_YET_OPEN" -> knowsItsLines(visitor, portal);
            default -> true;
        };
    }

    /* Where there is a line, who must get through it waits for their turn anyway. */
    private static boolean knowsItsLines(Visitor visitor, Portal portal) throws SQLException {
        return visitor.get("/waiting").body().contains(NO_LINE)
                || Rows.of(portal).count("waiting_line") > 0;
    }
}
