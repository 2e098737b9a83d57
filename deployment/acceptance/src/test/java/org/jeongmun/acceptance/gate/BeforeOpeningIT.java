package org.jeongmun.acceptance.gate;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertBothLanguages;
import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Before the opening")
@ExtendWith(SharedPortals.class)
class BeforeOpeningIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Portal portal;
    private final URI door;

    BeforeOpeningIT(@Serving(Stage.BEFORE_OPENING) Portal portal) {
        this.portal = portal;
        door = portal.published().publicUrl();
    }

    @AfterEach
    void nobodyHasReserved() throws SQLException {
        assertEquals(0, Rows.of(portal).count("reservation"), "rows in reservation");
    }

    static Stream<String> shut() {
        return Doors.shutBeforeOpening();
    }

    static Stream<String> notices() {
        return Doors.NOTICE.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shut")
    void everyOtherDoorIsShut(String target) {
        assertClosed("NOT_YET_OPEN", target, get(target));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notices")
    void theNoticesAreServed(String target) {
        RawResponse answer = get(target);
        assertEquals(200, answer.status());
        assertEquals(List.of(), answer.all("Set-Cookie"));
        assertFalse(answer.body().isEmpty());
    }

    @Test
    void theNoticeNamesTheHourInBothLanguagesAndSaysThatItIsADemo() {
        String notice = get("/").body();
        assertTrue(notice.contains("코로나19 예방접종 사전예약 준비 중입니다."), notice);
        assertTrue(notice.contains("7월 14일(수) 오후 8시"), notice);
        assertTrue(notice.contains("Wednesday 14 July, 8 p.m. KST"), notice);
        assertTrue(notice.contains("demo"), notice);
        assertFalse(notice.contains("대상자가 아닙니다"), notice);
    }

    @Test
    void nothingOnTheNoticeLeadsPastIt() {
        assertFalse(get("/").body().contains("/reserve/"));
        assertFalse(get("/reservation").body().contains("/reserve/"));
    }

    @Test
    void aBookingCanBeLookedAfter() {
        assertEquals(200, get("/reservation").status());
        assertEquals(303, get("/reserve/done").status());
        assertEquals(
                "/",
                URI.create(get("/reserve/done").header("Location").orElse("")).getPath());
    }

    @Test
    void theClosedAnswerIsOneAndTheSameForAllUrls() {
        Set<String> pages = new HashSet<>();
        Set<String> problems = new HashSet<>();
        shut().forEach(target -> (target.startsWith("/lookup/") ? problems : pages)
                .add(get(target).body()));
        assertEquals(1, pages.size(), "different pages");
        assertEquals(1, problems.size(), "different problem documents");
        assertBothLanguages(pages.iterator().next());
    }

    @Test
    void programsAreAnsweredWithAProblemDocument() throws IOException {
        RawResponse answer = get("/lookup/clinic-lookup-portal/v1/clinics");
        assertEquals(
                503, new ObjectMapper().readTree(answer.body()).path("status").asInt());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "PURGE", "get"})
    void anyMethodGetsTheSameAnswer(String method) {
        for (String target : List.of("/reserve/clinic", "/check-in", "/lookup/clinic-lookup-portal/v1/clinics", "/x")) {
            assertSame(target, get(target), RawRequest.of(method, target).sendTo(door));
        }
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        for (String target : List.of("/reserve/confirm", "/clinics", "/lookup/clinic-lookup-portal/v1/clinics")) {
            RawResponse head = RawRequest.of("HEAD", target).sendTo(door);
            assertEquals(withoutRetryAfter(get(target)), withoutRetryAfter(head));
            assertEquals("", head.body());
        }
    }

    @Test
    void traceIsRefusedByTheContainerOrShutAndEchoesNothing() {
        RawResponse answer = RawRequest.of("TRACE", "/reserve/slot")
                .header("X-Echo", "mirror")
                .sendTo(door);
        assertTrue(answer.status() == 405 || answer.status() == 503, () -> "status " + answer.status());
        assertFalse(answer.body().contains("mirror"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "partner=demo",
                "now=2021-07-14T20:00:00%2B09:00",
                "demo-clock=2021-07-14T21:00&debug=true",
                "jakarta.faces.ViewState=stateless&continue=1",
                "%zz",
                ";jsessionid=1",
                "a=//../..&b=%2e%2e"
            })
    void aQueryChangesNothing(String query) {
        for (String target : List.of("/reserve/clinic", "/reserve/confirm", "/check-in")) {
            assertSame(target, get(target), get(target + "?" + query));
        }
    }

    static Stream<String> headers() {
        return Stream.of(
                "X-Original-URL: /",
                "X-Rewrite-URL: /",
                "X-Forwarded-Prefix: /x",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: 127.0.0.1:9090",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 9090",
                "Forwarded: for=127.0.0.1;host=localhost:9090",
                "X-HTTP-Method-Override: GET",
                "X-Portal-Gate: OPEN",
                "X-Partner-Key: demo",
                "Date: Wed, 14 Jul 2021 11:00:00 GMT",
                "Referer: http://127.0.0.1/reserve/clinic",
                "Origin: http://evil.example",
                "Faces-Request: partial/ajax",
                "X-Requested-With: XMLHttpRequest",
                "Authorization: Basic YWRtaW46YWRtaW4=",
                "Cookie: jeongmun-applicant=x; jeongmun-choice=x; jeongmun-receipt=x; JSESSIONID=1",
                "Accept: application/json",
                "Accept-Language: xx",
                "Range: bytes=0-10",
                "If-None-Match: *",
                "If-Modified-Since: Wed, 14 Jul 2100 11:00:00 GMT",
                "User-Agent: Googlebot/2.1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void aHeaderChangesNothing(String header) {
        String[] parts = header.split(": ", 2);
        for (String target : List.of("/reserve/slot", "/check-in", "/lookup/clinic-lookup-portal/v1/clinics")) {
            RawResponse answer =
                    RawRequest.of("GET", target).header(parts[0], parts[1]).sendTo(door);
            assertSame(target, get(target), answer);
        }
    }

    @Test
    void aWholeFormThatComesTooEarlyHasNoEffect() {
        String fields =
                "name=%EA%B0%80&birthDate=19640315&phone=01000000000&clinic=1&slot=1&agree=on&confirm=1&continue=1";
        for (String target : List.of("/check-in", "/reserve/clinic", "/reserve/slot", "/reserve/confirm", "/go")) {
            assertSame(
                    target,
                    get(target),
                    RawRequest.of("POST", target).body(FORM, fields).sendTo(door));
        }
    }

    private static void assertSame(String target, RawResponse expected, RawResponse actual) {
        assertClosed("NOT_YET_OPEN", target, actual);
        assertEquals(withoutRetryAfter(expected), withoutRetryAfter(actual), target);
        assertEquals(expected.body(), actual.body(), target);
    }

    /* It counts down while the test runs. */
    private static List<String> withoutRetryAfter(RawResponse answer) {
        return answer.constantHeaders().stream()
                .filter(line -> !line.startsWith("Retry-After:"))
                .toList();
    }

    private RawResponse get(String target) {
        return RawRequest.of("GET", target).sendTo(door);
    }
}
