package org.jeongmun.acceptance.desk;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.intruder.Attempts;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An open portal is shut by command, and opened again; it is shared, and left as it was found. */
@DisplayName("Maintenance")
@ExtendWith(SharedPortals.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaintenanceIT {
    /** Longer than any machine takes until it is read; its end is skipped to. */
    private static final Duration PROMISED = Duration.ofMinutes(5);

    private final Portal portal;
    private final URI door;
    private final Rows rows;
    private Visitor withReceipt;
    private String code;
    private PortalJar.Ended on;
    private Instant until;

    MaintenanceIT(@Serving(Stage.OPEN) Portal portal) {
        this.portal = portal;
        door = portal.published().publicUrl();
        rows = Rows.of(portal);
    }

    @BeforeAll
    void shut() throws SQLException {
        Journey journey = new Journey(door, Citizen.invited());
        code = journey.toCode();
        withReceipt = journey.visitor();
        until = rows.now().truncatedTo(ChronoUnit.SECONDS).plus(PROMISED);
        on = command(
                "on",
                "--reason",
                "a drill",
                "--until",
                until.atOffset(ZoneOffset.UTC).toString());
        // What is no door goes no further than the outer lock; the schedule is told by the inner one.
        Awaitility.await("both locks to shut")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get("/nothing-here").status() == 503 && status().equals("MAINTENANCE"));
    }

    @AfterAll
    void openAgain() {
        PortalJar.Ended off = command("off");
        assertEquals(0, off.exitCode(), off::toString);
        Awaitility.await("the door to open again")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get("/check-in").status() == 200 && status().equals("OPEN"));
        PortalJar.Ended again = command("off");
        assertEquals(0, again.exitCode(), again::toString);
        assertTrue(again.output().contains("off already"), again::toString);
    }

    private PortalJar.Ended command(String... arguments) {
        return PortalJar.run(Stream.of(
                        Stream.of("maintenance"),
                        Stream.of(arguments),
                        Stream.of("--data", portal.folder().toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    private RawResponse get(String target) {
        return RawRequest.of("GET", target).sendTo(door);
    }

    private String status() {
        return new Visitor(door).get("/schedule.json").json().path("status").asText();
    }

    @Test
    void saysWhatItDid() {
        assertEquals(0, on.exitCode(), on::toString);
        assertTrue(on.output().contains("a drill"), on::toString);
        assertTrue(on.output().contains("No booking is under way"), on::toString);
    }

    @Test
    void shutsEverythingButNoticesAndReceipts() {
        Stream.of(Doors.CHECK_IN, Doors.BOOKING, Doors.LOOKUP, Doors.NONE, List.of("/reservation"))
                .flatMap(List::stream)
                .forEach(target -> assertClosed("MAINTENANCE", target, get(target)));
        Doors.NOTICE.forEach(target -> assertEquals(200, get(target).status(), target));
        assertEquals(
                code, withReceipt.get("/reserve/done").text("reservationCode").orElse("none"));
    }

    @Test
    void letsNoRowBeWritten() throws SQLException {
        assertEquals("JM004", Attempts.on(portal).insert("door", "web"));
    }

    @Test
    void promisesTheNextNoticeUntilThatIsPast() throws SQLException {
        String korean = "시스템 점검 중입니다. 지금은 예약·조회·취소를 하실 수 없습니다. 완료된 예약과 대기 순번은 유지됩니다.";
        String english =
                "Under maintenance. You cannot book, check or cancel now." + " Bookings and places in line are kept.";
        String before = get("/").body();
        assertTrue(before.contains(korean) && before.contains(english), before);
        assertTrue(before.contains("다음 안내: 7월 14일(수) 오후 "), before);
        assertTrue(before.contains("Next update: Wednesday 14 July, "), before);
        String waiting = get("/waiting").body();
        assertTrue(waiting.contains("다음 안내: 7월 14일(수) 오후 "), waiting);
        portal.skipTo(until.minusSeconds(3));
        Awaitility.await("that moment to pass")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rows.now().isAfter(until));
        String after = get("/").body();
        assertTrue(after.contains(korean), after);
        assertFalse(after.contains("다음 안내") || after.contains("Next update"), after);
        assertEquals("MAINTENANCE", status());
    }

    @Test
    void keepsWhyAndByWhom() throws SQLException {
        assertEquals(
                "ON a drill true",
                rows.text("SELECT change || ' ' || reason || ' ' || (operator <> '')::text FROM maintenance_history"
                        + " WHERE change = 'ON' ORDER BY id DESC LIMIT 1"));
        PortalJar.Ended status =
                PortalJar.run("status", "--data", portal.folder().toString());
        assertTrue(status.output().contains("MAINTENANCE (a drill)"), status::toString);
        assertTrue(status.output().contains("Nodes"), status::toString);
    }
}
