package org.jeongmun.acceptance.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time is not compared here: see decision 0019. */
@DisplayName("While shut, what exists and what does not")
@ExtendWith(SharedPortals.class)
class ExistenceIT {
    private static final List<String> FOLDERS_AND_FILES = List.of(
            "/WEB-INF",
            "/WEB-INF/",
            "/WEB-INF/web.xml",
            "/WEB-INF/views",
            "/WEB-INF/views/check-in.xhtml",
            "/WEB-INF/lib",
            "/WEB-INF/classes",
            "/META-INF",
            "/META-INF/",
            "/META-INF/MANIFEST.MF",
            "/.;",
            "/WEB-INF;",
            "/assets/nothing",
            "/lookup",
            "/reserve",
            "/health",
            "/desk/doors");

    private static final int TIMES = 5;

    private final URI door;

    ExistenceIT(@Serving(Stage.BEFORE_OPENING) Portal portal) {
        door = portal.published().publicUrl();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "GET",
                "HEAD",
                "POST",
                "PUT",
                "DELETE",
                "PATCH",
                "OPTIONS",
                "TRACE",
                "CONNECT",
                "PROPFIND",
                "MKCOL",
                "TRACK",
                "PRI",
                "get",
                "FOO"
            })
    void answerAlikeToTheLastByte(String method) {
        Stream.of(Doors.CHECK_IN, Doors.BOOKING, Doors.LOOKUP, Doors.NONE, FOLDERS_AND_FILES)
                .flatMap(List::stream)
                .forEach(target -> {
                    String nothing = target.startsWith("/lookup/") ? "/lookup/nothing" : "/nothing";
                    assertEquals(pair(method, nothing, nothing), pair(method, target, nothing), method + " " + target);
                });
    }

    /** The server itself stumbles over such an ending when it has seen no longer path before: decision 0003. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/x/..", "/x/.", "/.", "/WEB-INF/..", "/reserve/confirm/.."})
    void tellNothingWhereThePathEndsInDots(String target) {
        RawResponse answer = RawRequest.of("GET", target).sendTo(door);
        Refused.assertWithoutContent(answer);
        if (!Refused.is(answer)) {
            assertEquals(withoutTheWait(RawRequest.of("GET", "/nothing").sendTo(door)), withoutTheWait(answer), target);
        }
    }

    @Test
    void answerAlikeToEveryMethod() {
        for (String target : List.of("/check-in", "/nothing", "/lookup/nothing", "/WEB-INF")) {
            for (String method : List.of("POST", "PUT", "OPTIONS", "TRACE", "CONNECT", "PRI", "FOO")) {
                assertEquals(
                        withoutTheWait(RawRequest.of("GET", target).sendTo(door)),
                        withoutTheWait(RawRequest.of(method, target).sendTo(door)),
                        method + " " + target);
            }
        }
    }

    @Test
    void areToldApartByThisTestIfTheyDiffer() {
        assertNotEquals(pair("GET", "/nothing", "/nothing"), pair("GET", "/lookup/nothing", "/nothing"));
        assertNotEquals(pair("GET", "/nothing", "/nothing"), pair("GET", "/robots.txt", "/nothing"));
    }

    /**
     * What {@code target} answers, in whole; asked again when a second has begun between two that are compared, and
     * where it waits for another time: a portal that has just heard less well of its database tells a second twice.
     */
    private List<String> pair(String method, String target, String reference) {
        for (int times = 1; ; times++) {
            String waitBefore = wait(method, reference);
            RawResponse answer = RawRequest.of(method, target).sendTo(door);
            boolean waitsAsLong = waitBefore.equals(answer.all("Retry-After").toString());
            if (waitBefore.equals(wait(method, reference)) && (waitsAsLong || times > TIMES)) {
                assertEquals(List.of(), answer.all("Set-Cookie"));
                List<String> whole = withoutTheWait(answer);
                whole.add("waits as long: " + waitsAsLong);
                return whole;
            }
        }
    }

    private String wait(String method, String target) {
        return RawRequest.of(method, target).sendTo(door).all("Retry-After").toString();
    }

    /* Names, values and order of the headers; the date and the seconds to wait go on while the test runs. */
    private static List<String> withoutTheWait(RawResponse answer) {
        List<String> whole = new ArrayList<>(List.of("status " + answer.status()));
        answer.headers().stream()
                .filter(line -> !line.startsWith("Date:"))
                .map(line -> line.startsWith("Retry-After:") ? "Retry-After" : line)
                .forEach(whole::add);
        whole.add("body " + answer.body());
        return whole;
    }
}
