package org.jeongmun.acceptance.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GET of a notice is handed out by the outer lock; HEAD goes the whole way, through every filter. */
@DisplayName("A notice from the outer lock's counter")
@ExtendWith(SharedPortals.class)
class CounterIT {
    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Cache-Control",
            "Content-Type",
            "Content-Length",
            "ETag",
            "Access-Control-Allow-Origin",
            "Set-Cookie",
            "Server",
            "X-Powered-By");

    private final Visitor visitor;

    CounterIT(@Serving(Stage.OPEN_IN_SEOUL) Portal portal) {
        visitor = new Visitor(portal.published().publicUrl());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/",
                "/waiting",
                "/privacy",
                "/accessibility",
                "/assets/portal.css",
                "/favicon.ico",
                "/robots.txt"
            })
    void hasTheHeadThatTheWholeWayGivesIt(String path) {
        assertSameHead(path, HEADERS);
        assertFalse(visitor.get(path).body().isEmpty());
    }

    /** The moment in it is sometimes a digit shorter. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/schedule.json", "/waiting/status.json"})
    void hasThatHeadButForItsLengthWhereItNamesTheMoment(String path) {
        assertSameHead(
                path,
                HEADERS.stream()
                        .filter(header -> !header.equals("Content-Length"))
                        .toList());
        assertEquals("OPEN", visitor.get(path).json().path("status").asText());
    }

    private void assertSameHead(String path, List<String> headers) {
        Page handedOut = visitor.get(path);
        Page wholeWay = visitor.method("HEAD", path);
        assertEquals(200, handedOut.status());
        assertEquals(200, wholeWay.status());
        for (String header : headers) {
            assertEquals(wholeWay.headers(header), handedOut.headers(header), header);
        }
    }
}
