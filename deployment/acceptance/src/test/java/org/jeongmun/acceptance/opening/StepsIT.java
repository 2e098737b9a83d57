package org.jeongmun.acceptance.opening;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertBothLanguages;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("While open, a step")
@ExtendWith(SharedPortals.class)
class StepsIT {
    private final URI door;

    StepsIT(@Serving(Stage.OPEN) Portal portal) {
        door = portal.published().publicUrl();
    }

    static Stream<String> noDoors() {
        return Doors.NONE.stream();
    }

    static Stream<String> pages() {
        return Stream.of("/", "/waiting", "/privacy", "/accessibility", "/check-in", "/clinics", "/reservation");
    }

    @ParameterizedTest(name = "{1} {0} leads to {2}")
    @CsvSource({
        "/reserve/clinic,  GET,  /check-in",
        "/reserve/clinic,  POST, /check-in",
        "/reserve/slot,    GET,  /check-in",
        "/reserve/slot,    POST, /check-in",
        "/reserve/confirm, GET,  /check-in",
        "/reserve/confirm, POST, /check-in",
        "/reserve/done,    GET,  /"
    })
    void withoutACheckInLeadsThere(String step, String method, String next) {
        Visitor stranger = new Visitor(door);
        Page answer = method.equals("POST") ? stranger.post(step, Map.of("continue", "1")) : stranger.get(step);
        assertEquals("303 " + next, answer.redirect());
    }

    @Test
    void leadsBackToTheFirstThingThatIsMissing() {
        Journey journey = new Journey(door, Citizen.invited());
        Visitor visitor = journey.visitor();
        assertEquals("303 /reserve/clinic", journey.checkIn().redirect());
        assertEquals("303 /reserve/clinic", visitor.get("/reserve/slot").redirect());
        assertEquals("303 /reserve/clinic", visitor.get("/reserve/confirm").redirect());
        assertEquals(
                "303 /reserve/clinic",
                visitor.post("/reserve/confirm", Map.of("confirm", "1")).redirect());
        assertEquals("303 /", visitor.get("/reserve/done").redirect());
        assertEquals("303 /reserve/slot", journey.chooseClinic().redirect());
        assertEquals("303 /reserve/slot", visitor.get("/reserve/confirm").redirect());
        for (String method : List.of("PUT", "DELETE", "PATCH", "POST")) {
            assertEquals(
                    "303 /reserve/slot",
                    visitor.method(method, "/reserve/confirm").redirect(),
                    method);
        }
        assertEquals(
                "303 /reserve/slot",
                visitor.post("/reserve/confirm", Map.of("confirm", "1")).redirect());
        assertEquals("303 /", visitor.get("/reserve/done").redirect());
        assertEquals("303 /reserve/confirm", journey.chooseSlot().redirect());
        assertEquals("303 /", visitor.get("/reserve/done").redirect());
        assertEquals("303 /reserve/done", journey.confirm().redirect());
        assertEquals(journey.code(), journey.code());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/check-in", "/reserve/clinic", "/reserve/slot", "/reserve/confirm", "/reservation"})
    void refusesAMethodThatItHasNot(String step) {
        Visitor visitor = new Journey(door, Citizen.invited()).toHold().visitor();
        for (String method : List.of("PUT", "DELETE", "PATCH")) {
            Page answer = visitor.method(method, step);
            assertEquals(405, answer.status(), method);
            assertEquals(Set.of("GET", "HEAD", "POST"), allowed(answer));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/", "/schedule.json", "/privacy", "/clinics", "/lookup/clinic-lookup-portal/v1/clinics"})
    void thatOnlyShowsRefusesToBeWritten(String target) {
        Page answer = new Visitor(door).post(target, Map.of("a", "b"));
        assertEquals(405, answer.status());
        assertEquals(Set.of("GET", "HEAD"), allowed(answer));
    }

    private static Set<String> allowed(Page answer) {
        return Stream.of(answer.header("Allow").orElse("").split(", *"))
                .filter(method -> !method.equals("OPTIONS"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noDoors")
    void thatDoesNotExistIsNotFound(String target) {
        Page answer = new Visitor(door).get(target);
        assertEquals(404, answer.status());
        assertEquals(List.of(), answer.headers("Set-Cookie"));
        assertFalse(answer.body().contains(" at org."), answer::body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void speaksBothLanguagesAndSaysThatItIsADemo(String target) {
        Page page = new Visitor(door).get(target);
        assertEquals(200, page.status());
        assertBothLanguages(page.document().text());
        assertTrue(page.body().contains("demo") || page.body().contains("Demo"), page::body);
        assertFalse(page.document().title().isBlank());
        assertFalse(page.document().select("html[lang]").isEmpty());
    }

    @Test
    void setsNoCookieThatAScriptOrAForeignFormCouldUse() {
        Journey journey = new Journey(door, Citizen.invited());
        Page answer = journey.checkIn();
        assertFalse(answer.headers("Set-Cookie").isEmpty());
        for (String cookie : answer.headers("Set-Cookie")) {
            assertTrue(cookie.contains("HttpOnly"), cookie);
            assertTrue(cookie.contains("SameSite=Lax"), cookie);
            assertFalse(cookie.contains(journey.citizen().phone()), cookie);
        }
        assertFalse(journey.visitor().cookieNames().contains("JSESSIONID"));
    }

    @Test
    void thatAsksWhoSomebodyIsSaysThatItIsNoBookingYet() {
        String heading =
                new Visitor(door).get("/check-in").document().select("h1").text();
        assertTrue(heading.contains("(아직 예약이 아닙니다)"), heading);
        assertTrue(heading.contains("(this is not a booking yet)"), heading);
    }

    @Test
    void ignoresParametersThatItDoesNotKnow() {
        Journey journey = new Journey(door, Citizen.invited()).toSlots();
        assertEquals(
                200,
                journey.visitor().get("/reserve/clinic?utm_source=x&admin=true").status());
        assertEquals(
                200,
                journey.visitor()
                        .get("/reserve/slot?x=%zz".replace("%zz", "%25zz"))
                        .status());
    }

    @Test
    void showsTheScheduleAsOpen() {
        Page schedule = new Visitor(door).get("/schedule.json");
        assertEquals("OPEN", schedule.json().path("status").asText());
        assertTrue(schedule.json().path("version").asLong() > 0);
        assertTrue(schedule.json().path("announcement").isNull());
        assertEquals("w0714", schedule.json().at("/windows/0/id").asText());
        assertEquals("age-55-59", schedule.json().at("/windows/0/cohort").asText());
        assertFalse(schedule.json().at("/windows/0/label/ko").asText().isEmpty());
        assertFalse(schedule.json().at("/windows/0/label/en").asText().isEmpty());
        Page waiting = new Visitor(door).get("/waiting/status.json");
        assertEquals("OPEN", waiting.json().path("status").asText());
        for (Page document : List.of(schedule, waiting)) {
            assertTrue(document.header("Cache-Control").orElse("").contains("max-age=1"));
            assertEquals("*", document.header("Access-Control-Allow-Origin").orElse(""));
        }
        assertTrue(
                new Visitor(door).get("/").header("Access-Control-Allow-Origin").isEmpty());
    }
}
