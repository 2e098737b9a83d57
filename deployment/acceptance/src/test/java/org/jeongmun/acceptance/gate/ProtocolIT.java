package org.jeongmun.acceptance.gate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.ClosedAnswers;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Wire;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request that means two things at once")
@ExtendWith(SharedPortals.class)
class ProtocolIT {
    /* A notice: it would be served in every state, so a second answer cannot be missed. */
    private static final String SMUGGLED = "GET /robots.txt HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n";

    private final URI shut;
    private final URI open;

    ProtocolIT(@Serving(Stage.BEFORE_OPENING) Portal before, @Serving(Stage.OPEN) Portal open) {
        shut = before.published().publicUrl();
        this.open = open.published().publicUrl();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Upgrade: TLS/1.0, HTTP/1.1\r\nConnection: Upgrade",
                "Upgrade: anything",
                "Upgrade: h2c\r\nContent-Length: 3"
            })
    void byOfferingAnotherProtocolIsAnsweredInThisOneAndTheLastOfItsConnection(String offer) {
        String frames = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000";
        for (String rest : List.of(frames, SMUGGLED)) {
            List<RawResponse> whileShut = all(shut, "GET /reserve/clinic HTTP/1.1", offer + "\r\n\r\n" + rest);
            List<RawResponse> whileOpen = all(open, "GET /reserve/clinic HTTP/1.1", offer + "\r\n\r\n" + rest);
            assertEquals(1, whileShut.size(), whileShut::toString);
            assertEquals(
                    List.of(303), whileOpen.stream().map(RawResponse::status).toList());
            ClosedAnswers.assertClosed("NOT_YET_OPEN", "/reserve/clinic", whileShut.get(0));
            assertEquals(
                    withoutTheWait(RawRequest.of("GET", "/reserve/clinic").sendTo(shut)),
                    withoutTheWait(whileShut.get(0)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                "CONNECT /reserve/clinic HTTP/1.1\r\nHost: {host}\r\n\r\n" + SMUGGLED
            })
    void byStartingInAnotherProtocolGetsOneAnswerInThisOne(String bytes) {
        for (URI door : List.of(shut, open)) {
            List<RawResponse> answers = sent(door, bytes);
            assertEquals(1, answers.size(), answers::toString);
            assertTrue(Set.of(303, 400, 404, 503, 505).contains(answers.get(0).status()), answers::toString);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: {host}\r\nHost: {host}",
                "Host: {host}\r\nHost: evil.example",
                "Host: evil.example\r\nHost: {host}",
                "Host: evil.example, {host}",
                "Host: {host}, evil.example",
                "Host: {host}@evil.example",
                "Host: evil.example@{host}",
                "Host: {host}.evil.example",
                "Host: 127.0.0.1.",
                "Host: localhost.",
                "Host: 127.1",
                "Host: 0x7f.1",
                "Host: 2130706433",
                "Host: [::ffff:127.0.0.1]",
                "Host: [localhost]",
                "Host: %6cocalhost",
                "Host: 127.0.0.1/reserve",
                "Host: 127.0.0.1?x",
                "Host: 127.0.0.1\\x",
                "Host:\r\n {host}",
                "Host : {host}",
                "X-Forwarded-Host: {host}\r\nHost: evil.example",
                "X: y"
            })
    void byItsHostsReachesNothing(String hosts) {
        for (String target : List.of("/check-in", "/schedule.json", "/nothing")) {
            RawResponse whileShut = sent(shut, bare(target, hosts)).get(0);
            RawResponse whileOpen = sent(open, bare(target, hosts)).get(0);
            assertTrue(Refused.is(whileOpen), () -> target + " -> " + whileOpen);
            if (!Refused.is(whileShut)) {
                ClosedAnswers.assertShut("NOT_YET_OPEN", target, whileShut);
            }
            Refused.assertWithoutContent(whileShut);
        }
    }

    static Stream<String> everyDoor() {
        return Stream.concat(
                Stream.of("/assets/portal.css"), Stream.concat(Doors.NOTICE.stream(), Doors.shutBeforeOpening()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyDoor")
    void byAskingForAPartOrAChangeGetsTheWholeAnswer(String target) {
        RawResponse plain = RawRequest.of("GET", target).sendTo(shut);
        for (String header : List.of(
                "Range: bytes=0-1",
                "If-None-Match: *",
                "If-Match: \"x\"",
                "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT",
                "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT")) {
            String[] parts = header.split(": ", 2);
            RawResponse answer =
                    RawRequest.of("GET", target).header(parts[0], parts[1]).sendTo(shut);
            assertAll(
                    header,
                    () -> assertEquals(plain.status(), answer.status()),
                    () -> assertNotEquals("", answer.body()),
                    () -> assertEquals(List.of(), answer.all("Content-Range")));
        }
    }

    private static String bare(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
    }

    private static List<RawResponse> all(URI door, String line, String headersAndRest) {
        return sent(door, line + "\r\nHost: {host}\r\n" + headersAndRest);
    }

    private static List<RawResponse> sent(URI door, String bytes) {
        try (Wire wire = Wire.to(door).send(bytes.replace("{host}", door.getAuthority()))) {
            return wire.answersToTheEnd();
        }
    }

    private static List<String> withoutTheWait(RawResponse answer) {
        return answer.constantHeaders().stream()
                .filter(line -> !line.startsWith("Retry-After:"))
                .toList();
    }
}
