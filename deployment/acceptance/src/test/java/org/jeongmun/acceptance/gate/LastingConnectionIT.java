package org.jeongmun.acceptance.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Wire;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever asks at a shut door again and again does so on one connection. */
@DisplayName("After a closed answer")
@ExtendWith(SharedPortals.class)
class LastingConnectionIT {
    private static final String SHUT = "/check-in";

    private final Portal before;

    LastingConnectionIT(@Serving(Stage.BEFORE_OPENING) Portal before) {
        this.before = before;
    }

    @Test
    void theConnectionGoesOnAndEachAnswerEndsWhereItSays() {
        try (Wire wire = Wire.to(before.published().publicUrl())) {
            RawResponse first = wire.send(request("GET", SHUT, "")).answer();
            RawResponse head = wire.send(request("HEAD", SHUT, "")).answerToHead();
            RawResponse second = wire.send(request("GET", SHUT, "")).answer();
            RawResponse notice = wire.send(request("GET", "/robots.txt", "")).answer();

            assertEquals(503, first.status());
            assertEquals("NOT_YET_OPEN", first.header("X-Portal-Gate").orElse(""));
            assertEquals(first.body(), second.body());
            assertEquals(names(first), names(head), "HEAD has the same headers");
            assertEquals(first.header("Content-Length"), head.header("Content-Length"));
            assertTrue(first.header("Date").isPresent(), first::toString);
            assertEquals(List.of(), first.all("Connection"));
            assertEquals(200, notice.status());
        }
    }

    @Test
    void itEndsForWhoeverWantsItToOrSendsSomethingAlong() {
        assertEnds(request("GET", SHUT, "Connection: close\r\n"));
        assertEnds(request("POST", SHUT, "Content-Length: 3\r\n") + "a=b");
        assertEnds("GET " + SHUT + " HTTP/1.0\r\nHost: "
                + before.published().publicUrl().getAuthority() + "\r\n\r\n");
    }

    private void assertEnds(String request) {
        try (Wire wire = Wire.to(before.published().publicUrl())) {
            List<RawResponse> answers = wire.send(request).answersToTheEnd();
            assertEquals(1, answers.size(), request);
            assertEquals(503, answers.get(0).status(), request);
        }
    }

    private String request(String method, String path, String more) {
        return "%s %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                .formatted(method, path, before.published().publicUrl().getAuthority(), more);
    }

    private static List<String> names(RawResponse answer) {
        return answer.headers().stream()
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
