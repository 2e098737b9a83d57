package org.jeongmun.acceptance.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The supply that was gone on 12 July")
class GoneAndReopenedIT {
    private static final OffsetDateTime REOPENS = OffsetDateTime.parse("2021-07-14T20:00+09:00");
    private static final int FIRST_RELEASE = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Portal portal;
    private static Rows rows;

    @BeforeAll
    static void start() {
        portal = Portal.start(PortalPlan.demo("gone-and-reopened", "2021-07-14T19:50:00+09:00")
                .campaign(Campaigns.file("july-12.yaml")));
        rows = Rows.of(portal);
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    @Test
    void isSoldOutInWordsAndComesBackAtItsSecond() throws Exception {
        for (int person = 0; person < FIRST_RELEASE; person++) {
            take("early-" + person);
        }
        assertEquals(
                "JM002", assertThrows(SQLException.class, () -> take("late")).getSQLState());
        awaitStatus("SOLD_OUT");

        JsonNode window = document("/schedule.json").path("windows").path(0);
        assertEquals("SOLD_OUT", window.path("status").asText());
        assertEquals(REOPENS, OffsetDateTime.parse(window.path("nextReleaseAt").asText()));
        JsonNode line = document("/waiting/status.json").path("windows").path(0);
        assertEquals("NONE", line.path("placesLeft").asText());
        assertTrue(body("/").contains("이번 예약 물량이 모두 마감되었습니다."), () -> body("/"));
        assertTrue(body("/").contains("다음 예약: ") && body("/").contains("오후 8시"), () -> body("/"));
        assertTrue(body("/").contains("Next release: ") && body("/").contains("8 p.m."), () -> body("/"));
        assertTrue(body("/waiting").contains("다음 예약: "), () -> body("/waiting"));
        assertEveryDoorIsOpen();

        portal.skipTo(REOPENS.toInstant().minusSeconds(3));
        awaitStatus("OPEN");
        assertFalse(rows.now().isBefore(REOPENS.toInstant()), "open before the release");
        assertFalse(body("/").contains("마감"), () -> body("/"));
        assertEquals(
                0,
                rows.number(
                        "SELECT count(*) FROM slot_supply s WHERE s.taken > places_by(s.effective_at, s.places, portal_now())"));
        Journey journey = new Journey(portal.published().publicUrl(), Citizen.invited()).toTheEndOfTheLine();
        assertEquals("303 /reserve/slot", journey.chooseClinic().redirect());
        assertEquals("303 /reserve/confirm", journey.chooseSlot().redirect());
        assertEquals("303 /reserve/done", journey.confirm().redirect());
        assertEquals(FIRST_RELEASE + 1, rows.number("SELECT sum(taken) FROM slot"));
    }

    /** Nobody is shut out because nothing is left: somebody may give a place back, and who has one may look. */
    private static void assertEveryDoorIsOpen() throws IOException {
        assertEquals("200 ", answer("/check-in"));
        assertEquals("303 /check-in", answer("/reserve/clinic"));
        assertEquals("200 ", answer("/clinics"));
        assertEquals("200 ", answer("/lookup/clinic-lookup-portal/v1/clinics"));
        assertEquals("404 ", answer("/nothing-here"));
        assertEquals("SOLD_OUT", document("/schedule.json").path("status").asText(), "all the while");
    }

    /* What the gate adds where it is shut follows, if it does. */
    private static String answer(String path) {
        RawResponse answer =
                RawRequest.of("GET", path).sendTo(portal.published().publicUrl());
        return answer.status() + " " + answer.header("Location").orElse("")
                + answer.header("X-Portal-Gate").orElse("");
    }

    /** Somebody takes one of the places that are released now, wherever there is one. */
    private static void take(String person) throws SQLException {
        try (Connection connection = portal.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO reservation (code, campaign_id, person_key, cohort_id, window_id, slot_id, state)"
                                + " SELECT ?, 'covid19-2021', ?, 'age-55-59', 'w0712', slot_id, 'CONFIRMED' FROM supply_now"
                                + " ORDER BY released <= taken, slot_id LIMIT 1")) {
            statement.setString(1, person);
            statement.setString(2, person);
            statement.executeUpdate();
        }
    }

    private static void awaitStatus(String status) {
        Awaitility.await("the portal to be " + status)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> document("/schedule.json").path("status").asText().equals(status));
    }

    private static JsonNode document(String path) throws IOException {
        return JSON.readTree(body(path));
    }

    private static String body(String path) {
        return RawRequest.of("GET", path).sendTo(portal.published().publicUrl()).body();
    }
}
