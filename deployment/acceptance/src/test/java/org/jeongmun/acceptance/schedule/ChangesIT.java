package org.jeongmun.acceptance.schedule;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.intruder.Attempts;
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

/** The opening is postponed in its last minute, later brought forward, and at last the window is extended. */
@DisplayName("A change of the schedule")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesIT {
    private static final Instant FIRST_OPENING =
            OffsetDateTime.parse("2021-07-14T20:00:00+09:00").toInstant();

    private Portal portal;
    private Rows rows;
    private URI door;
    private PortalJar.Ended postponed;
    private JsonNode afterPostponing;
    private RawResponse atTheFirstOpening;
    private String insertedAtTheFirstOpening;
    private PortalJar.Ended earlierWithoutAsking;
    private String statusAfterThat;
    private PortalJar.Ended earlier;
    private String code;
    private PortalJar.Ended extended;
    private JsonNode afterExtending;
    private PortalJar.Ended moved;

    @BeforeAll
    void liveThroughIt() throws SQLException {
        portal = Portal.start(
                PortalPlan.demo("changes", "2021-07-14T19:59:05+09:00").campaign(Campaigns.file("changing.yaml")));
        rows = Rows.of(portal);
        door = portal.published().publicUrl();
        postponed = campaign("postpone", "w0714", "2021-07-14T21:00+09:00", "--reason", "a drill");
        afterPostponing = awaitSchedule("opensAt", "2021-07-14T21:00+09:00");
        portal.skipTo(FIRST_OPENING.minusSeconds(3));
        Awaitility.await("the first opening to pass")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows.now().isAfter(FIRST_OPENING.plusMillis(500)));
        atTheFirstOpening = RawRequest.of("GET", "/reserve/clinic").sendTo(door);
        insertedAtTheFirstOpening = Attempts.on(portal).insert("door", "web");
        String file = Campaigns.file("changing-earlier.yaml").toString();
        earlierWithoutAsking = campaign("apply", file);
        statusAfterThat = schedule().path("status").asText();
        earlier = campaign("apply", file, "--earlier", "--reason", "a drill");
        awaitSchedule("opensAt", "2021-07-14T19:00+09:00");
        Awaitility.await("the door to open")
                .atMost(Duration.ofSeconds(60))
                .until(() -> new Visitor(door).get("/check-in").status() == 200);
        code = new Journey(door, Citizen.invited()).toCode();
        extended = campaign("extend", "w0714", "2021-07-25T18:00+09:00", "--reason", "a drill");
        afterExtending = awaitSchedule("closesAt", "2021-07-25T18:00+09:00");
        moved = campaign("postpone", "w0714", "2021-07-14T22:00+09:00", "--reason", "a drill");
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    private PortalJar.Ended campaign(String... arguments) {
        List<String> command = new ArrayList<>(List.of("campaign"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", portal.folder().toString()));
        return PortalJar.run(command.toArray(String[]::new));
    }

    private JsonNode schedule() {
        return new Visitor(door).get("/schedule.json").json();
    }

    private JsonNode awaitSchedule(String key, String moment) {
        Instant expected = OffsetDateTime.parse(moment).toInstant();
        return Awaitility.await("%s to be %s".formatted(key, moment))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        this::schedule,
                        schedule -> OffsetDateTime.parse(
                                        schedule.at("/windows/0/" + key).asText())
                                .toInstant()
                                .equals(expected));
    }

    @Test
    void keepsTheDoorShutAtTheMomentThatWasPutOff() throws SQLException {
        assertEquals(0, postponed.exitCode(), postponed::toString);
        assertEquals("NOT_YET_OPEN", afterPostponing.path("status").asText());
        assertClosed("NOT_YET_OPEN", "/reserve/clinic", atTheFirstOpening);
        assertEquals("JM001", insertedAtTheFirstOpening);
    }

    @Test
    void toAnEarlierOpeningHasToBeMeant() {
        assertEquals(2, earlierWithoutAsking.exitCode(), earlierWithoutAsking::toString);
        assertTrue(earlierWithoutAsking.errors().contains("--earlier"), earlierWithoutAsking::toString);
        assertEquals("NOT_YET_OPEN", statusAfterThat);
    }

    @Test
    void toAnEarlierOpeningOpensTheDoorOnceItIsMeant() throws SQLException {
        assertEquals(0, earlier.exitCode(), earlier::toString);
        assertEquals("CONFIRMED", rows.text("SELECT state FROM reservation WHERE code = ?", code));
    }

    @Test
    void extendsAnOpenWindowAndMakesANewVersion() {
        assertEquals(0, extended.exitCode(), extended::toString);
        assertEquals("OPEN", afterExtending.path("status").asText());
        assertTrue(afterExtending.path("version").asLong()
                > afterPostponing.path("version").asLong());
    }

    @Test
    void neverShutsAWindowThatIsOpen() {
        assertNotEquals(0, moved.exitCode(), moved::toString);
        assertEquals("OPEN", schedule().path("status").asText());
    }

    @Test
    void leavesTheReservationsAlone() throws SQLException {
        assertEquals(1, rows.count("reservation"));
    }
}
