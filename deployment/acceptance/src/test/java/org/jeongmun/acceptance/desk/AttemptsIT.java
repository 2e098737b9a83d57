package org.jeongmun.acceptance.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.container.deployed.Exported;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("Early attempts")
@ExtendWith(SharedPortals.class)
class AttemptsIT {
    private static final String COUNT =
            "SELECT COALESCE(sum(count), 0) FROM gate_attempt WHERE class = ? AND route = ? AND state = 'NOT_YET_OPEN'";

    private final Portal portal;
    private final URI door;
    private final Rows rows;

    AttemptsIT(@Serving(Stage.BEFORE_OPENING) Portal portal) {
        this.portal = portal;
        door = portal.published().publicUrl();
        rows = Rows.of(portal);
    }

    @Test
    void areCountedByDoorAndNeverOneByOne() throws SQLException {
        long bookings = written("BOOKING", "/reserve/slot");
        long others = written("NONE", "other");
        for (int i = 0; i < 40; i++) {
            RawRequest.of("GET", "/reserve/slot?name=secret-%d".formatted(i)).sendTo(door);
            RawRequest.of("POST", "/nothing-here-%d".formatted(i)).sendTo(door);
            RawRequest.of("GET", "/reserve/slot;x=%d".formatted(i)).sendTo(door);
        }
        assertEquals(bookings + 40, written("BOOKING", "/reserve/slot"));
        assertEquals(others + 80, written("NONE", "other"));
        assertEquals(0, rows.number("SELECT count(*) FROM gate_attempt WHERE gate_attempt::text LIKE '%secret%'"));
        assertEquals(
                0,
                rows.number("SELECT count(*) FROM gate_attempt WHERE minute <> date_trunc('minute', minute)"
                        + " OR minute > portal_now() OR route LIKE '%nothing%'"));
        // At most one row for each minute, route and state, whatever was asked for.
        assertTrue(rows.number("SELECT max(n) FROM (SELECT count(*) AS n FROM gate_attempt"
                        + " WHERE state = 'NOT_YET_OPEN' GROUP BY minute, node) each_minute")
                < 60);
    }

    /** @return how many were refused there since the start, as exported at once and written down soon */
    private long written(String door, String route) {
        long exported = (long) Exported.at(portal.published().managementUrl().getPort())
                .value(
                        "portal_gate_refusals_total",
                        "class=\"%s\"".formatted(door),
                        "route=\"%s\"".formatted(route),
                        "state=\"NOT_YET_OPEN\"");
        Awaitility.await("all %d attempts at %s to be written, and no more".formatted(exported, route))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> rows.number(COUNT, door, route) == exported);
        return exported;
    }

    @Test
    void areExportedByRoute() {
        RawRequest.of("GET", "/clinics").sendTo(door);
        String metrics = RawRequest.of("GET", "/metrics")
                .sendTo(portal.published().managementUrl())
                .body();
        assertTrue(
                metrics.lines()
                        .anyMatch(line -> line.startsWith("portal_gate_refusals_total{")
                                && line.contains("class=\"LOOKUP\"")
                                && line.contains("route=\"/clinics\"")
                                && line.contains("state=\"NOT_YET_OPEN\"")
                                && !line.endsWith(" 0.0")),
                metrics);
    }

    @Test
    void areInTheStatus() throws SQLException {
        RawRequest.of("GET", "/clinics").sendTo(door);
        Awaitility.await("the count to be written")
                .atMost(Duration.ofSeconds(60))
                .until(() -> rows.number(COUNT, "LOOKUP", "/clinics") > 0);
        PortalJar.Ended status =
                PortalJar.run("status", "--data", portal.folder().toString());
        assertTrue(status.output().contains("LOOKUP NOT_YET_OPEN"), status::toString);
    }
}
