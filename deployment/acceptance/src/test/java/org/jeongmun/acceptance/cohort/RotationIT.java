package org.jeongmun.acceptance.cohort;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
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

/**
 * The evening of 10 August 2021, whose turn is that of everybody born on a 10th, 20th or 30th, with two groups by name
 * whose rosters are imported while the portal serves. It is lived through once; each test judges one thing of it.
 */
@DisplayName("On the second evening of ten")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotationIT {
    private static final String TOO_YOUNG = "20050110";

    private final Citizen deferred = Citizen.bornOn("19550615");
    private final Citizen worker = Citizen.bornOn("19900731");
    private final Citizen both = Citizen.bornOn("19560116");
    private final Map<String, RawResponse> before = new HashMap<>();
    private final List<String> windows = new ArrayList<>();
    private final Map<String, Page> unnamed = new HashMap<>();
    private Portal portal;
    private Rows rows;
    private URI door;
    private JsonNode schedule;
    private PortalJar.Ended badRoster;
    private long namedByBadRoster;

    @BeforeAll
    void liveThroughIt() throws SQLException {
        portal = Portal.start(
                PortalPlan.demo("rotation", "2021-08-10T19:50:00+09:00").campaign(Campaigns.file("rotation.yaml")));
        rows = Rows.of(portal);
        door = portal.published().publicUrl();
        Stream.of("/check-in", "/reserve/clinic", "/clinics", "/go", "/lookup/clinic-lookup-portal/v1/clinics")
                .forEach(target ->
                        before.put(target, RawRequest.of("GET", target).sendTo(door)));
        schedule = new Visitor(door).get("/schedule.json").json();
        schedule.path("windows").forEach(window -> windows.add(window.path("id").asText()));
        portal.skipTo(moment("2021-08-10T19:59:57+09:00"));
        Awaitility.await("the opening")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> new Visitor(door).get("/check-in").status() == 200);
        for (Citizen citizen : List.of(deferred, worker, both)) {
            unnamed.put(citizen.name(), new Journey(door, citizen).checkIn());
        }
        badRoster = imported("deferred", line(deferred), "\"\",1990-02-30,12", line(deferred));
        namedByBadRoster = rows.count("roster") + rows.count("roster_entry");
        assertEquals(0, imported("deferred", line(deferred), line(both)).exitCode());
        assertEquals(0, imported("health-workers", line(worker), line(both)).exitCode());
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    private PortalJar.Ended imported(String roster, String... lines) {
        String people = Stream.concat(Stream.of("name,birth_date,phone"), Stream.of(lines))
                .collect(Collectors.joining("\n", "", "\n"));
        Path file = PortalJar.fileOf(portal.folder(), "people.csv", people);
        return PortalJar.run(
                "roster",
                "import",
                file.toString(),
                "--roster",
                roster,
                "--data",
                portal.folder().toString());
    }

    private static String line(Citizen citizen) {
        String born = citizen.birthDate();
        String date = born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6);
        return "%s,%s,%s-%s"
                .formatted(
                        citizen.name(),
                        date,
                        citizen.phone().substring(0, 3),
                        citizen.phone().substring(3));
    }

    private Page checkIn(Citizen citizen) {
        return new Journey(door, citizen).checkIn();
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static void assertToldNo(Page answer, String... parts) {
        assertEquals(422, answer.status(), answer::toString);
        for (String part : parts) {
            assertTrue(answer.text("errors").orElse("").contains(part), () -> part + " in " + answer);
        }
    }

    @Test
    void everyDoorIsShutBetweenTwoEvenings() {
        before.forEach((target, answer) -> assertClosed("NOT_YET_OPEN", target, answer));
        assertEquals("NOT_YET_OPEN", schedule.path("status").asText());
    }

    @Test
    void theScheduleIsOneWindowForEachEveningAndNoRotation() {
        List<String> expected = new ArrayList<>(Stream.iterate(9, day -> day + 1)
                .limit(10)
                .map("rot-2021-08-%02d"::formatted)
                .toList());
        expected.addAll(List.of("deferred", "workers"));
        assertEquals(
                expected.stream().sorted().toList(), windows.stream().sorted().toList());
        JsonNode second = schedule.path("windows").path(windows.indexOf("rot-2021-08-10"));
        assertEquals(
                moment("2021-08-10T20:00:00+09:00"),
                moment(second.path("opensAt").asText()));
        assertEquals(
                moment("2021-08-11T18:00:00+09:00"),
                moment(second.path("closesAt").asText()));
        assertEquals("18~49세(1972~2003년생), 생일 끝자리 0", second.at("/label/ko").asText());
        assertEquals(
                "Ages 18-49, day of birth ending in 0", second.at("/label/en").asText());
    }

    @Test
    void whoseTurnItIsBooksInTheWindowOfThatEvening() throws SQLException {
        String code = new Journey(door, Citizen.bornOn("19840630")).toCode();
        assertEquals(
                "rot-2021-08-10 age-18-49-day-0",
                rows.text("SELECT window_id || ' ' || cohort_id FROM reservation WHERE code = ?", code));
    }

    @Test
    void whoseTurnComesTomorrowIsToldWhen() {
        assertToldNo(checkIn(Citizen.bornOn("19900701")), "8월 11일", "11 August");
        assertToldNo(checkIn(Citizen.bornOn("19900731")), "8월 11일", "11 August");
    }

    @Test
    void whoseTurnWasYesterdayIsToldThatItIsOver() {
        assertToldNo(checkIn(Citizen.bornOn("19840229")), "Your booking time is over");
    }

    @Test
    void nobodyIsToldThatTheyAreNotInvitedWhileARosterIsNotThere() {
        assertToldNo(unnamed.get(deferred.name()), "cannot tell now");
        assertToldNo(unnamed.get(both.name()), "cannot tell now");
        // Their own evening is known, so that is what they are told; but it may be today as well.
        assertToldNo(unnamed.get(worker.name()), "11 August", "cannot tell now", "In any case");
    }

    @Test
    void aRosterWithABadLineIsRefusedWholeAndNoLineIsRepeated() {
        assertEquals(2, badRoster.exitCode(), badRoster::toString);
        for (String part : List.of(
                "line 3: name must be", "birth_date must be", "phone must be", "line 4: names the person of line 2")) {
            assertTrue(badRoster.errors().contains(part), () -> part + " in " + badRoster);
        }
        assertFalse(badRoster.toString().contains(deferred.name()), badRoster::toString);
        assertEquals(0, namedByBadRoster);
    }

    @Test
    void whomARosterNamesMayComeAndNobodyElseOfThatAge() {
        assertEquals("303 /reserve/clinic", checkIn(deferred).redirect());
        assertToldNo(checkIn(Citizen.bornOn(deferred.birthDate())), "no booking time");
    }

    @Test
    void whomARosterNamesMayComeUnlessTheOtherOneDoes() throws SQLException {
        assertEquals("303 /reserve/clinic", checkIn(worker).redirect());
        String code = new Journey(door, both).toCode();
        assertEquals("deferred", rows.text("SELECT window_id FROM reservation WHERE code = ?", code));
        assertToldNo(checkIn(Citizen.bornOn(TOO_YOUNG)), "no booking time");
    }

    @Test
    void theTablesHoldNobodysNameAndNoKeyOfAReservation() throws SQLException {
        assertEquals(4, rows.count("roster_entry"));
        assertEquals(0, rows.number("""
                SELECT count(*) FROM roster_entry e JOIN reservation r
                    ON encode(e.mark, 'base64') LIKE left(translate(r.person_key, '-_', '+/'), 40) || '%'"""));
        assertEquals(4, rows.number("SELECT count(DISTINCT mark) FROM roster_entry"));
    }
}
