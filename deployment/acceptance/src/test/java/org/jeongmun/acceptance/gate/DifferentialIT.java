package org.jeongmun.acceptance.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.ClosedAnswers;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Wire;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The strongest form of the proof: it does not matter which spellings the server takes for a page, as long as all of
 * them were shut before. The portal that is shut believes to be in Turkey.
 */
@DisplayName("Whatever reaches a page while open")
@ExtendWith(SharedPortals.class)
class DifferentialIT {
    private final Portal before;
    private final URI shut;
    private final URI open;

    DifferentialIT(@Serving(Stage.BEFORE_OPENING) Portal before, @Serving(Stage.OPEN) Portal open) {
        this.before = before;
        shut = before.published().publicUrl();
        this.open = open.published().publicUrl();
    }

    static Stream<String> pages() {
        return Stream.of(Doors.CHECK_IN, Doors.BOOKING, Doors.LOOKUP)
                .flatMap(List::stream)
                .filter(path -> !path.contains("?"));
    }

    static Stream<String> everyPath() {
        return Stream.of(
                        Doors.NOTICE.stream(),
                        Doors.CARE.stream(),
                        Stream.of("/assets/portal.css", "/health/live"),
                        pages())
                .flatMap(each -> each)
                .filter(path -> path.length() > 1);
    }

    @AfterEach
    void nobodyHasReserved() throws SQLException {
        assertEquals(0, Rows.of(before).count("reservation"));
    }

    @ParameterizedTest(name = "by {0} in odd company was shut before")
    @MethodSource("pages")
    void inOddCompanyWasShutBefore(String path) {
        List<String> reached = new ArrayList<>();
        for (Map.Entry<String, String> envelope : Envelopes.ALL.entrySet()) {
            String head = envelope.getValue().replace("{path}", path);
            if (!Refused.is(ask(open, head))) {
                reached.add(envelope.getKey());
            }
            assertShut(envelope.getKey(), path, ask(shut, head));
        }
        assertFalse(reached.isEmpty(), "nothing reaches a page: the test is vacuous");
        // Each of them is a way in, or the test would prove nothing about it.
        List<String> elsewhere = new ArrayList<>(Envelopes.ALL.keySet());
        elsewhere.removeAll(reached);
        assertEquals(List.of(), elsewhere);
    }

    @ParameterizedTest(name = "none of the other spellings of {0} does, and each was shut before")
    @MethodSource("everyPath")
    void noOtherSpellingDoesAndEachWasShutBefore(String path) {
        List<String> reached = new ArrayList<>();
        for (Map.Entry<String, String> spelling : Mutations.of(path).entrySet()) {
            String name = spelling.getKey();
            String target = spelling.getValue();
            RawResponse whileOpen = ask(open, get(target));
            if (!Refused.is(whileOpen)) {
                reached.add(name + " " + target);
            }
            Refused.assertWithoutContent(whileOpen);
            assertShut(name, target, ask(shut, get(target)));
            assertShut(name, target, ask(shut, post(target)));
        }
        assertEquals(List.of(), reached);
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n";
    }

    private static String post(String target) {
        return "POST " + target + " HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: 0\r\n";
    }

    private static void assertShut(String name, String target, RawResponse answer) {
        if (answer.status() != 503) {
            assertFalse(!Refused.is(answer), () -> name + ": " + target + " -> " + answer);
            Refused.assertWithoutContent(answer);
            return;
        }
        ClosedAnswers.assertShut("NOT_YET_OPEN", name + ": " + target, answer);
    }

    private static RawResponse ask(URI base, String head) {
        String bytes = head.replace("{host}", base.getAuthority()) + "\r\n";
        try (Wire wire = Wire.to(base).send(bytes)) {
            return bytes.startsWith("HEAD") ? wire.answerToHead() : wire.answer();
        }
    }
}
