package org.jeongmun.acceptance.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Wire;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request that hides another one")
@ExtendWith(SharedPortals.class)
class SmugglingIT {
    /* A notice: it would be served in every state, so a second answer cannot be missed. */
    private static final String SMUGGLED = "GET /robots.txt HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private static final int MANY = 100;
    private static final long STACKS_IN_A_MINUTE = 10;
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);

    private final URI shut;
    private final URI open;
    private final URI management;
    private final Path log;

    SmugglingIT(@Serving(Stage.BEFORE_OPENING) Portal before, @Serving(Stage.OPEN) Portal open) {
        shut = before.published().publicUrl();
        this.open = open.published().publicUrl();
        management = before.published().managementUrl();
        log = before.folder().resolve("portal.log");
    }

    static Stream<String> lengthsInDoubt() {
        return Stream.of(
                "Content-Length: 5\r\n" + CHUNKED + "\r\n0\r\n\r\n",
                CHUNKED + "Content-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 500\r\n" + CHUNKED + "\r\n0\r\n\r\n",
                "Content-Length: 0\r\n" + CHUNKED + "\r\n0\r\n\r\n",
                "Content-Length: 3\r\nContent-Length: 4\r\n\r\na=1",
                "Content-Length: 3, 3\r\n\r\na=1",
                "Content-Length: 3, 4\r\n\r\na=1",
                "Content-Length: +3\r\n\r\na=1",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x3\r\n\r\na=1",
                "Content-Length: 3a\r\n\r\na=1",
                "Content-Length: \r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Content-Length : 3\r\n\r\na=1",
                "Content-Length:\r\n 3\r\n\r\na=1");
    }

    static Stream<String> encodingsInDoubt() {
        Stream<String> odd = Stream.of(
                        "xchunked",
                        "chunk",
                        "identity",
                        "gzip, chunked",
                        "chunked, chunked",
                        "chunked, identity",
                        "identity, chunked",
                        ",chunked",
                        "chunked,",
                        "\"chunked\"",
                        "chunked;x=1",
                        "\u000bchunked",
                        "chunked\u0000",
                        "CHUNKED",
                        "")
                .map(value -> "Transfer-Encoding: " + value + "\r\n\r\n0\r\n\r\n");
        Stream<String> told = Stream.of(
                CHUNKED + "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\n" + CHUNKED + "\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        return Stream.concat(odd, told);
    }

    static Stream<String> chunksInDoubt() {
        return Stream.of(
                        "0\r\n\r\n",
                        "3\r\na=1\r\n0\r\n\r\n",
                        "3\na=1\n0\n\n",
                        "3;x=1\r\na=1\r\n0\r\n\r\n",
                        "3;x=\"\r\n\"\r\na=1\r\n0\r\n\r\n",
                        "3\r\na=1X\r\n0\r\n\r\n",
                        "3\r\na=10\r\n\r\n",
                        "zz\r\na=1\r\n0\r\n\r\n",
                        "-3\r\na=1\r\n0\r\n\r\n",
                        "+3\r\na=1\r\n0\r\n\r\n",
                        "0x3\r\na=1\r\n0\r\n\r\n",
                        " 3 \r\na=1\r\n0\r\n\r\n",
                        "\r\n3\r\na=1\r\n0\r\n\r\n",
                        "80000000\r\na=1",
                        "ffffffffffffffff\r\na=1",
                        "10000000000000003\r\na=1\r\n0\r\n\r\n",
                        "00000000000000000000000003\r\na=1\r\n0\r\n\r\n",
                        "3\r\na=1\r\n0\r\nX: y\r\n\r\n",
                        "3\r\na=1\r\n0\r\nContent-Length: 9\r\n\r\n")
                .map(chunks -> CHUNKED + "\r\n" + chunks);
    }

    static Stream<String> bodiesInDoubt() {
        return Stream.of(lengthsInDoubt(), encodingsInDoubt(), chunksInDoubt()).flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodiesInDoubt")
    void behindADoubtfulEndOfItsBodyIsRefusedAndTheLastOfItsConnection(String headersAndBody) {
        for (URI door : List.of(shut, open, management)) {
            for (String target : List.of("/check-in", "/health/ready", "/nothing")) {
                List<RawResponse> answers = all(door, "POST " + target + " HTTP/1.1", headersAndBody + SMUGGLED);
                assertEquals(1, answers.size(), () -> target + " at " + door + ": " + answers);
                assertEquals(400, answers.get(0).status(), target);
                assertEquals("close", answers.get(0).header("Connection").orElse("none"));
                Refused.assertWithoutContent(answers.get(0));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "FOO"})
    void behindChunksIsRefusedByEveryMethod(String method) {
        for (URI door : List.of(shut, open)) {
            List<RawResponse> answers =
                    all(door, method + " /check-in HTTP/1.1", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED);
            assertEquals(List.of(400), answers.stream().map(RawResponse::status).toList());
        }
    }

    /** The server writes down a stack for some of them, here and in the other tests, after they have been refused. */
    @Test
    void cannotFillTheLog() throws IOException {
        for (int i = 0; i < MANY; i++) {
            all(shut, "POST /check-in HTTP/1.1", CHUNKED + "\r\n3\r\na=1\r\n0\r\n\r\n" + SMUGGLED);
        }

        Awaitility.await("a stack of the server, a witness")
                .atMost(WRITTEN_WITHIN)
                .until(() -> mostStacksInAMinute() > 0);
        assertTrue(mostStacksInAMinute() <= STACKS_IN_A_MINUTE, "of one exception in one minute");
    }

    /** Of one exception of the server's chain of filters, by the minute before it and its own line. */
    private long mostStacksInAMinute() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        Map<String, Long> stacks = IntStream.range(0, lines.size() - 1)
                .filter(i -> lines.get(i).contains("GRIZZLY0013"))
                .mapToObj(i -> lines.get(i).substring(0, "2021-07-14T20:00".length()) + lines.get(i + 1))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        return stacks.values().stream().mapToLong(each -> each).max().orElse(0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"POST /check-in HTTP/1.0", "POST /check-in HTTP/0.9", "POST /check-in"})
    void behindChunksBeforeThereWereAnyIsRefused(String line) {
        for (URI door : List.of(shut, open)) {
            List<RawResponse> answers =
                    all(door, line, "Connection: keep-alive\r\n" + CHUNKED + "\r\n0\r\n\r\n" + SMUGGLED);
            assertTrue(answers.size() <= 1, answers::toString);
            answers.forEach(answer -> assertTrue(answer.status() >= 400, answer::toString));
        }
    }

    private static List<RawResponse> all(URI door, String line, String headersAndRest) {
        return sent(door, line + "\r\nHost: {host}\r\n" + headersAndRest);
    }

    private static List<RawResponse> sent(URI door, String bytes) {
        try (Wire wire = Wire.to(door).send(bytes.replace("{host}", door.getAuthority()))) {
            return wire.answersToTheEnd();
        }
    }
}
