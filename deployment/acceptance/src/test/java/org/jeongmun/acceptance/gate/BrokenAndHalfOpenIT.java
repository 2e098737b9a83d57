package org.jeongmun.acceptance.gate;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Doors;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The columns of the contract's table that need a portal of their own: CHECK_IN, and UNKNOWN by a silent database. */
@DisplayName("Between shut and open")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenAndHalfOpenIT {
    private Portal portal;
    private URI door;

    @BeforeAll
    void start() {
        portal = Portal.start(
                PortalPlan.demo("check-in", "2021-07-14T19:10:00+09:00").campaign(Campaigns.file("check-in.yaml")));
        door = portal.published().publicUrl();
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    @Nested
    @DisplayName("while people may join but not book,")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class CheckInOnly {
        @Test
        void everyNoticeSaysFromWhenOneMayJoin() {
            for (String notice : List.of("/", "/waiting")) {
                String page = get(notice).body();
                assertTrue(page.contains("오후 7시부터") && page.contains("무작위로 순번을 받습니다"), page);
                assertTrue(page.contains("오후 8시"), page);
            }
        }

        @Test
        void checkInAndCareAreServed() {
            assertEquals(200, get("/check-in").status());
            assertEquals(200, get("/reservation").status());
            assertEquals(303, get("/reserve/done").status());
            Doors.NOTICE.forEach(target -> assertEquals(200, get(target).status(), target));
        }

        @Test
        void everythingElseIsShut() {
            Stream.of(Doors.BOOKING, Doors.LOOKUP, Doors.NONE)
                    .flatMap(List::stream)
                    .forEach(target -> assertClosed("NOT_YET_OPEN", target, get(target)));
        }

        @Test
        void whoHasCheckedInStillHasNoPlace() throws SQLException {
            Journey journey = new Journey(door, Citizen.invited());
            assertEquals("303 /waiting", journey.checkIn().redirect());
            String page = journey.visitor().get("/waiting").document().text();
            assertTrue(page.contains("대기 등록을 마쳤습니다 (아직 예약이 아닙니다)"), page);
            assertClosed("NOT_YET_OPEN", "/reserve/clinic", get("/reserve/clinic"));
            assertEquals(0, Rows.of(portal).count("reservation"));
        }
    }

    @Nested
    @DisplayName("while the database is silent,")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class SilentDatabase {
        private final Journey waiting = new Journey(door, Citizen.invited());

        @BeforeAll
        void silence() {
            assertEquals("303 /waiting", waiting.checkIn().redirect());
            portal.pauseDatabase();
            // Two locks shut each by its own clock: the outer one answers for what is no door, the inner one tells the
            // schedule. The line stands by a third.
            Awaitility.await("both locks to shut and the line to stand")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> get("/nothing-here").all("X-Portal-Gate").contains("UNKNOWN")
                            && get("/schedule.json").body().contains("\"UNKNOWN\"")
                            && lineStands());
        }

        @AfterAll
        void speakAgain() {
            portal.resumeDatabase();
            Awaitility.await("the gate to be half open again and the line to go on")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> get("/check-in").status() == 200 && !lineStands());
        }

        private boolean lineStands() {
            return waiting.visitor().get("/waiting").body().contains("대기열이 잠시 멈춰 있습니다.");
        }

        @Test
        void onlyNoticesAndTheReceiptAreServed() {
            Doors.NOTICE.forEach(target -> assertEquals(200, get(target).status(), target));
            assertEquals(303, get("/reserve/done").status());
        }

        @Test
        void everythingElseIsShutAndSaysThatNobodyKnows() {
            Stream.of(Doors.CHECK_IN, Doors.BOOKING, Doors.LOOKUP, Doors.NONE, List.of("/reservation"))
                    .flatMap(List::stream)
                    .forEach(target -> {
                        assertClosed("UNKNOWN", target, get(target));
                        assertEquals("60", get(target).header("Retry-After").orElse(""));
                    });
        }

        @Test
        void theLineStandsAndSaysSo() {
            String page = waiting.visitor().get("/waiting").body();
            assertTrue(page.contains("대기열이 잠시 멈춰 있습니다. 순번은 유지됩니다."), page);
            assertTrue(page.contains("http-equiv=refresh"), page);
        }

        @Test
        void thePortalIsAliveAndCanStillAnswer() {
            URI management = portal.published().managementUrl();
            assertEquals(
                    200, RawRequest.of("GET", "/health/live").sendTo(management).status());
            assertEquals(
                    200,
                    RawRequest.of("GET", "/health/ready").sendTo(management).status());
        }
    }

    private RawResponse get(String target) {
        return RawRequest.of("GET", target).sendTo(door);
    }
}
