package org.jeongmun.acceptance.opening;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.intruder.Attempts;
import org.jeongmun.acceptance.machine.StoodStill;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lives through 20:00:00 once and writes down what it sees; each test then judges one thing of that. */
@DisplayName("At the opening second")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningSecondIT {
    private static final Instant OPENS_AT =
            OffsetDateTime.parse("2021-07-14T20:00:00+09:00").toInstant();
    private static final List<String> ONE_OF_EACH_CLASS = List.of(
            "/check-in",
            "/reserve/clinic",
            "/reserve/slot",
            "/reserve/confirm",
            "/go?partner=demo&clinic=1",
            "/clinics",
            "/lookup/clinic-lookup-portal/v1/clinics",
            "/nothing-here");

    /* What a door said, and the portal's own time right after it had said so. */
    private record Look(RawResponse answer, Instant atTheLatest) {}

    private record Reading(JsonNode schedule, Instant atTheLatest) {}

    private static final int ATTEMPTS = 3;

    private final Map<String, Look> oneSecondBefore = new LinkedHashMap<>();
    private final List<Look> doorWhileWaiting = new ArrayList<>();
    private final List<Reading> scheduleWhileWaiting = new ArrayList<>();
    private Portal portal;
    private Rows rows;
    private URI door;
    private String insertedEarly;
    private Instant insertedAt;
    private long rowsBefore;
    private Instant journeyBeganAt;
    private String code;

    /** Lives through it again, on a new portal, if this machine stood still in the wrong moment, and only then. */
    @BeforeAll
    void liveThroughIt() throws SQLException {
        boolean stoodStill = true;
        for (int attempt = 1; attempt <= ATTEMPTS && stoodStill && !sawTheOpening(); attempt++) {
            end();
            stoodStill = liveThroughItOnce();
        }
    }

    private boolean sawTheOpening() {
        return insertedAt != null
                && insertedAt.isBefore(OPENS_AT)
                && oneSecondBefore.values().stream()
                        .allMatch(look -> look.atTheLatest().isBefore(OPENS_AT))
                && scheduleWhileWaiting.stream().noneMatch(OpeningSecondIT::isUnknown)
                && journeyBeganAt.isBefore(OPENS_AT.plusSeconds(1));
    }

    /** By right, where the portal has not heard of its database for some seconds. */
    private static boolean isUnknown(Reading reading) {
        return reading.schedule().path("status").asText().equals("UNKNOWN");
    }

    /** @return whether this machine stood still meanwhile */
    private boolean liveThroughItOnce() throws SQLException {
        doorWhileWaiting.clear();
        scheduleWhileWaiting.clear();
        portal = Portal.start(
                PortalPlan.demo("opening", "2021-07-14T19:50:00+09:00").inZone("UTC"));
        rows = Rows.of(portal);
        door = portal.published().publicUrl();
        portal.skipTo(OPENS_AT.minusSeconds(8));
        awaitPortalTime(OPENS_AT.minusSeconds(2));
        try (StoodStill still = new StoodStill()) {
            lookAtTheOpening();
            return !still.soFar().isZero();
        }
    }

    private void lookAtTheOpening() throws SQLException {
        awaitPortalTime(OPENS_AT.minusMillis(950));
        insertedEarly = Attempts.on(portal).insert("created_at", OPENS_AT.toString());
        insertedAt = rows.now();
        for (String target : ONE_OF_EACH_CLASS) {
            oneSecondBefore.put(target, look(target));
        }
        rowsBefore = rows.count("reservation");
        Awaitility.await("the opening")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(this::isOpen);
        journeyBeganAt = rows.now();
        code = new Journey(door, Citizen.invited()).toCode();
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    private boolean isOpen() throws SQLException {
        scheduleWhileWaiting.add(
                new Reading(new Visitor(door).get("/schedule.json").json(), rows.now()));
        Look look = look("/reserve/clinic");
        doorWhileWaiting.add(look);
        return look.answer().status() != 503;
    }

    private Look look(String target) throws SQLException {
        RawResponse answer = RawRequest.of("GET", target).sendTo(door);
        return new Look(answer, rows.now());
    }

    private void awaitPortalTime(Instant moment) {
        Awaitility.await("portal time " + moment)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !rows.now().isBefore(moment));
    }

    @Test
    void everyDoorWasShutOneSecondBefore() {
        oneSecondBefore.forEach((target, look) -> {
            assertTrue(look.atTheLatest().isBefore(OPENS_AT), () -> target + " was seen at " + look.atTheLatest());
            assertClosed("NOT_YET_OPEN", target, look.answer());
        });
    }

    @Test
    void aRowWasRefusedByTheDatabaseOneSecondBefore() {
        assertTrue(insertedAt.isBefore(OPENS_AT), "This machine was too slow to insert before the opening.");
        assertEquals("JM001", insertedEarly);
        assertEquals(0, rowsBefore);
    }

    @Test
    void noAnswerWasOpenAnInstantTooEarly() {
        for (Look look : doorWhileWaiting) {
            if (look.atTheLatest().isBefore(OPENS_AT)) {
                assertClosed("NOT_YET_OPEN", "/reserve/clinic", look.answer());
            }
        }
        Look last = doorWhileWaiting.get(doorWhileWaiting.size() - 1);
        assertEquals(303, last.answer().status());
        assertFalse(last.atTheLatest().isBefore(OPENS_AT), "open at " + last.atTheLatest());
    }

    @Test
    void theScheduleSaysOpenNoEarlierThanItsOwnClock() {
        for (Reading reading : scheduleWhileWaiting) {
            String status = reading.schedule().path("status").asText();
            Instant now = OffsetDateTime.parse(reading.schedule().path("now").asText())
                    .toInstant();
            assertTrue(List.of("NOT_YET_OPEN", "OPEN").contains(status), status);
            assertFalse(status.equals("OPEN") && now.isBefore(OPENS_AT), () -> "OPEN at " + now);
            assertFalse(status.equals("OPEN") && reading.atTheLatest().isBefore(OPENS_AT), () -> "OPEN at " + now);
            assertEquals(status, reading.schedule().at("/windows/0/status").asText());
            assertEquals(
                    OPENS_AT,
                    OffsetDateTime.parse(
                                    reading.schedule().at("/windows/0/opensAt").asText())
                            .toInstant());
        }
    }

    @Test
    void aJourneyBegunWithinTheFirstSecondEndsWithACode() throws SQLException {
        assertTrue(journeyBeganAt.isBefore(OPENS_AT.plusSeconds(1)), () -> "began at " + journeyBeganAt);
        assertEquals("CONFIRMED", rows.text("SELECT state FROM reservation WHERE code = ?", code));
        Instant createdAt = rows.moment("SELECT created_at FROM reservation WHERE code = ?", code);
        assertFalse(createdAt.isBefore(OPENS_AT), () -> "created at " + createdAt);
        assertFalse(createdAt.isBefore(journeyBeganAt), () -> "created at " + createdAt);
    }

    @Test
    void noRowIsOlderThanTheOpening() throws SQLException {
        assertEquals(
                0,
                rows.number("SELECT count(*) FROM reservation r JOIN booking_window w ON w.id = r.window_id"
                        + " WHERE r.created_at < w.opens_at OR r.created_at >= w.closes_at"));
    }
}
