package org.jeongmun.acceptance.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody holds a place when their window closes, and the line of their next one may be joined. */
@DisplayName("Between two windows")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BetweenWindowsIT {
    private static final Instant CLOSES_AT =
            OffsetDateTime.parse("2021-07-14T20:00:00+09:00").toInstant();

    private Portal portal;
    private URI door;
    private Rows rows;
    private Journey holder;

    @BeforeAll
    void liveThroughIt() throws SQLException {
        portal = Portal.start(
                PortalPlan.demo("between", "2021-07-14T19:50:00+09:00").campaign(Campaigns.file("between.yaml")));
        door = portal.published().publicUrl();
        rows = Rows.of(portal);
        portal.skipTo(CLOSES_AT.minusSeconds(40));
        holder = new Journey(door, Citizen.invited()).toTheEndOfTheLine();
        holder.chooseClinic();
        assertEquals("303 /reserve/confirm", holder.chooseSlot().redirect());
        portal.skipTo(CLOSES_AT.minusSeconds(3));
        awaitStatus("CHECK_IN");
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    private void awaitStatus(String status) {
        Awaitility.await("the portal to be " + status)
                .atMost(Duration.ofSeconds(60))
                .until(() -> new Visitor(door)
                        .get("/schedule.json")
                        .json()
                        .path("status")
                        .asText()
                        .equals(status));
    }

    @Test
    void nobodyIsLedToADoorThatIsShut() throws SQLException {
        assertEquals(1, rows.number("SELECT count(*) FROM reservation WHERE state = 'HELD'"));
        for (String page : new String[] {"/check-in", "/waiting"}) {
            Page shown = holder.visitor().get(page);
            assertEquals(200, shown.status());
            assertTrue(shown.document().select("a[href=/reserve/confirm]").isEmpty(), shown::toString);
        }
    }

    @Test
    void whoHoldsAPlaceJoinsTheNextLineLikeAnybody() throws SQLException {
        Journey again = new Journey(door, holder.citizen());
        assertEquals("303 /waiting", again.checkIn().redirect());
        assertEquals(
                again.number(),
                rows.number("SELECT number FROM line_ticket WHERE window_id = 'w0715' AND spent_in IS NULL"));
        Page waiting = again.visitor().get("/waiting");
        assertTrue(waiting.document().select("a[href=/reserve/confirm]").isEmpty(), waiting::toString);
    }

    @Test
    void aLineThatStandsMovesAtNoRate() throws SQLException {
        assertTrue(rate("w0715") > 0, "as it will");
        maintenance(
                "on",
                "--reason",
                "a drill",
                "--until",
                rows.now().plusSeconds(600).toString());
        try {
            awaitStatus("MAINTENANCE");
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> rate("w0715") == 0 && rate("w0714") == 0);
        } finally {
            maintenance("off");
        }
        awaitStatus("CHECK_IN");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> rate("w0715") > 0);
    }

    private void maintenance(String... words) {
        PortalJar.Ended ended = PortalJar.run(Stream.of(
                        Stream.of("maintenance"),
                        Stream.of(words),
                        Stream.of("--data", portal.folder().toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
        assertEquals(0, ended.exitCode(), ended::toString);
    }

    private double rate(String window) {
        for (JsonNode each :
                new Visitor(door).get("/waiting/status.json").json().path("windows")) {
            if (each.path("id").asText().equals(window)) {
                return each.path("admitPerSecond").asDouble();
            }
        }
        throw new AssertionError("There is no such window.");
    }
}
