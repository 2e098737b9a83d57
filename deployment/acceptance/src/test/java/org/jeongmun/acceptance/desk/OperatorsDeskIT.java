package org.jeongmun.acceptance.desk;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertBothLanguages;
import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.machine.StoodStill;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The operators' desk")
@ExtendWith(SharedPortals.class)
class OperatorsDeskIT {
    /** An announcement is, by what the operators are told. */
    private static final Duration EVERYWHERE = Duration.ofSeconds(5);

    private static final Map<String, String> SHUT = Map.of("operator", "x", "reason", "x", "on", "on");

    private final Portal before;
    private final Portal open;
    private final DeskVisit desk;

    OperatorsDeskIT(@Serving(Stage.BEFORE_OPENING) Portal before, @Serving(Stage.OPEN) Portal open) {
        this.before = before;
        this.open = open;
        desk = new DeskVisit(open);
    }

    @Test
    void showsWhatThePortalIs() {
        Document page = desk.page();
        assertBothLanguages(page.html());
        assertEquals("OPEN", page.select("#phase").text());
        assertTrue(page.select("#clock").text().contains("±"), page::html);
        assertTrue(page.select("#windows").text().contains("w0714"), page::html);
        assertFalse(page.select("#places").text().isEmpty(), page::html);
        assertTrue(page.select("#bookable").text().contains("yes"), page::html);
        assertEquals(
                "NOT_YET_OPEN", new DeskVisit(before).page().select("#phase").text());
    }

    @Test
    void showsItsNodes() {
        Awaitility.await("the node to tell of itself")
                .atMost(Duration.ofSeconds(60))
                .until(() -> desk.page().select("#nodes tbody tr").size() == 1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/desk", "/desk/", "/desk/maintenance", "/desk/announcement"})
    void isAtNoOtherPort(String target) {
        for (String method : List.of("GET", "POST")) {
            assertClosed(
                    "NOT_YET_OPEN",
                    target,
                    RawRequest.of(method, target).sendTo(before.published().publicUrl()));
            assertEquals(
                    404,
                    RawRequest.of(method, target)
                            .sendTo(open.published().publicUrl())
                            .status());
        }
    }

    @ParameterizedTest(name = "origin {0}, token {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "own, -",
                "own, ''",
                "own, wrong",
                "-, own",
                "null, own",
                "http://evil.example, own",
                "http://localhost:1, own"
            })
    void takesNoFormThatIsNotItsOwn(String origin, String token) throws SQLException {
        Rows rows = Rows.of(open);
        long history = rows.count("maintenance_history");
        URI management = open.published().managementUrl();
        RawResponse answer = desk.send(
                "maintenance",
                "own".equals(origin) ? desk.origin() : origin,
                management.getAuthority(),
                "own".equals(token) ? desk.token() : token,
                SHUT);
        assertEquals(403, answer.status(), answer::body);
        // Who has sent it from a page of the desk that is too old is shown what they have typed.
        assertEquals(
                "own".equals(origin) ? "text/html" : "application/problem+json",
                answer.header("Content-Type").orElse("").split(";")[0]);
        assertEquals(history, rows.count("maintenance_history"));
    }

    @Test
    void takesNoTokenOfAnotherProcess() {
        RawResponse answer = desk.send(
                "maintenance",
                desk.origin(),
                open.published().managementUrl().getAuthority(),
                new DeskVisit(before).token(),
                SHUT);
        assertEquals(403, answer.status(), answer::body);
    }

    @ParameterizedTest(name = "origin {0}")
    @ValueSource(strings = {"own", "http://evil.example"})
    void isNotThereForAPageThatGaveItsNameToThisMachine(String origin) throws SQLException {
        Rows rows = Rows.of(open);
        long history = rows.count("maintenance_history");
        RawResponse shown = RawRequest.of("GET", "/desk/?change")
                .header("Host", "evil.example")
                .sendTo(open.published().managementUrl());
        RawResponse sent = desk.send(
                "maintenance", "own".equals(origin) ? desk.origin() : origin, "evil.example", desk.token(), SHUT);
        assertEquals(404, shown.status());
        assertFalse(shown.body().contains("token"), shown::body);
        assertEquals(404, sent.status());
        assertEquals(history, rows.count("maintenance_history"));
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        RawResponse answer = desk.press(
                "maintenance", Map.of("operator", "kim<b>", "reason", "x", "until", "yesterday", "on", "on"));
        assertEquals(422, answer.status(), answer::body);
        assertTrue(answer.body().contains("id=\"until-problem\""), answer::body);
        assertTrue(answer.body().contains("kim&lt;b&gt;"), answer::body);
        assertEquals(
                422,
                desk.press("maintenance", Map.of("operator", "", "reason", "x", "on", "on"))
                        .status());
        assertEquals("OPEN", desk.page().select("#phase").text());
    }

    @Test
    void tellsEverybodyAndTakesItBack() {
        RawResponse told = desk.press(
                "announcement",
                Map.of("operator", "kim", "ko", "오늘은 <늦게> 엽니다.", "en", "We open late.", "announce", "x"));
        assertEquals(303, told.status(), told::body);
        try {
            assertToldEverywhere(told);
        } finally {
            // The portal is everybody's, and so would be what is announced on it.
            assertEquals(
                    303,
                    desk.press("announcement", Map.of("operator", "kim", "takeBack", "x"))
                            .status());
        }
        StoodStill.awaitWithin(
                EVERYWHERE,
                "the announcement to go",
                () -> !body("/").contains("We open late.") && !body("/check-in").contains("We open late."));
    }

    private void assertToldEverywhere(RawResponse told) {
        assertEquals("/desk/?done=announce", told.header("Location").orElse(""));
        assertTrue(Jsoup.parse(RawRequest.of("GET", "/desk/?done=announce")
                        .sendTo(open.published().managementUrl())
                        .body())
                .select("#done")
                .text()
                .contains("Announced"));
        for (String target : List.of("/", "/waiting", "/check-in", "/schedule.json")) {
            StoodStill.awaitWithin(
                    EVERYWHERE,
                    "the announcement at " + target,
                    () -> body(target).contains("We open late."));
        }
        assertTrue(body("/").contains("오늘은 &lt;늦게&gt; 엽니다."), () -> body("/"));
    }

    private String body(String target) {
        return RawRequest.of("GET", target).sendTo(open.published().publicUrl()).body();
    }
}
