package org.jeongmun.pluginhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.Detail;
import org.jeongmun.spi.LookupRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A look-up by a plugin")
class GuardedLookupsTest {
    private static final String ASK = "availability.clinics(new ClinicQuery(Optional.empty(), Optional.empty(),"
            + " Optional.empty(), 10, request.parameter(\"cursor\")))";
    private static final String OK =
            "return new LookupAnswer(200, \"text/plain\", Map.of(\"ETag\", \"x\"), out -> { %s });";
    private static final Clinic CLINIC =
            new Clinic(new ClinicId("c-1"), "가나의원", "세종특별자치시", "", "한누리대로 1", "044-000-0000", 36.5, 127.25);
    private static Plugins plugins;

    private final PoolGuard guard = new PoolGuard(Duration.ofSeconds(1));
    private final CountsInMemory counts = new CountsInMemory();
    private final FixedDirectory directory = new FixedDirectory(CLINIC);
    private final GuardedLookups lookups = new GuardedLookups(plugins, directory, guard, counts);

    @BeforeAll
    static void loadGoodAndBadPlugins() {
        plugins = Plugins.load(List.of(
                lookup("lookup-good", OK.formatted("out.write((\"found \" + " + ASK + ").getBytes());")),
                lookup(
                        "lookup-page",
                        "var page = (ClinicSearch.Page) " + ASK + ";"
                                + OK.formatted(
                                        "out.write((page.clinics().size() + \" \" + page.next().orElse(\"\")).getBytes());")),
                lookup(
                        "lookup-cursor",
                        "var found = " + ASK + ";"
                                + OK.formatted("out.write(found.getClass().getSimpleName().getBytes());")),
                lookup("lookup-long", OK.formatted("for (int i = 0; i <= 1 << 20; i++) out.write('x');")),
                lookup(
                        "lookup-stubborn",
                        OK.formatted("try { out.write(new byte[(1 << 20) + 1]); }"
                                + " catch (java.io.IOException e) { out.write('x'); }")),
                lookup("lookup-full", OK.formatted("out.write(new byte[1 << 20]);")),
                lookup("lookup-null", "return null;"),
                lookup("lookup-throwing", "throw new IllegalStateException(\"secret\");"),
                lookup(
                        "lookup-cookie",
                        "return new LookupAnswer(200, \"text/plain\", Map.of(\"Set-Cookie\", \"a=b\"), out -> {});"),
                lookup("lookup-redirect", "return new LookupAnswer(302, \"text/plain\", Map.of(), out -> {});"),
                lookup("lookup-split", "return new LookupAnswer(200, \"a\\r\\nb: c\", Map.of(), out -> {});"),
                lookup(
                        "lookup-hanging",
                        OK.formatted(
                                "while (true)"
                                        + " { java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L); Thread.interrupted(); }")),
                lookup("lookup-liar", ASK + "; " + OK.formatted("out.write(\"c-1 has 9 places\".getBytes());")),
                lookup(
                        "lookup-keeper",
                        "if (kept != null) kept.clinics(new ClinicQuery(Optional.empty(),"
                                + " Optional.empty(), Optional.empty(), 10, Optional.empty())); kept = availability; "
                                + OK.formatted("out.write('k');"))));
    }

    @AfterAll
    static void closePlugins() {
        plugins.close();
    }

    @AfterEach
    void endThreads() {
        guard.close();
    }

    @Test
    void passesOnWhatThePluginAnswers() {
        LookupOutcome.Answered answer = assertInstanceOf(LookupOutcome.Answered.class, ask("lookup-good"));
        assertEquals(200, answer.status());
        assertEquals("text/plain", answer.contentType());
        assertEquals(Map.of("ETag", "x"), answer.headers());
        String body = text(answer);
        assertEquals(
                "found Page[checkedAt=2021-07-14T11:00:01Z, validUntil=2021-07-14T11:00:03Z, clinics=[ClinicAvailability["
                        + "id=c-1, name=가나의원, sido=세종특별자치시, sigungu=Optional.empty, address=한누리대로 1, latitude=36.5,"
                        + " longitude=127.25, freePlaces=1, earliestAt=Optional[2021-07-27T00:00:00Z], metres=OptionalInt.empty, phone=044-000-0000]], next=Optional.empty]",
                body);
        assertEquals(Map.of("lookup-good ANSWERED", 1), counts.all());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "lookup-null, NOTHING",
        "lookup-throwing, THREW",
        "lookup-cookie, THREW",
        "lookup-redirect, THREW",
        "lookup-split, THREW",
        "lookup-long, TOO_LONG",
        "lookup-stubborn, TOO_LONG",
        "lookup-hanging, LATE"
    })
    void failsWithoutATraceOfTheFailure(String id, PluginOutcome counted) {
        assertEquals(new LookupOutcome.Failed(), ask(id));
        assertEquals(Map.of(id + " " + counted, 1), counts.all());
    }

    @Test
    void takesABodyUpToItsLimit() {
        LookupOutcome.Answered answer = assertInstanceOf(LookupOutcome.Answered.class, ask("lookup-full"));
        assertEquals(GuardedLookups.LONGEST_BODY, answer.body().length);
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({
        "lookup-good, v1/clinics/",
        "lookup-good, V1/clinics",
        "lookup-good, v1%2fclinics",
        "lookup-good, ''",
        "lookup-none, v1/clinics",
        "LOOKUP-GOOD, v1/clinics"
    })
    void isUnknownUnlessSpelledExactly(String id, String path) {
        assertEquals(new LookupOutcome.Unknown(), lookups.answer(id, new LookupRequest(path, Map.of())));
        assertEquals(Map.of(), counts.all());
    }

    @Test
    void tellsExactNumbersToAPartnerUnderContractAlone() {
        LookupOutcome toPartner = lookups.answer(
                "lookup-good",
                new LookupRequest("v1/clinics", Map.of(), Optional.of("maps"), URI.create("https://portal.invalid")));
        assertTrue(
                text(assertInstanceOf(LookupOutcome.Answered.class, toPartner)).contains("freePlaces=7"));
        assertTrue(text(assertInstanceOf(LookupOutcome.Answered.class, ask("lookup-good")))
                .contains("freePlaces=1"));
    }

    @ParameterizedTest(name = "{0} places are told as {1}")
    @CsvSource({"0, 0", "1, 1", "9, 1", "10, 10", "99, 10", "100, 100", "12345, 100"})
    void tellsTheLowerBoundOfACoarseStep(long places, long told) {
        assertEquals(told, Detail.COARSE.of(places));
        assertEquals(places, Detail.EXACT.of(places));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"lookup-good", "lookup-liar"})
    void isClosedWheneverTheDirectoryIsWhateverThePluginSays(String id) {
        directory.close();
        assertEquals(new LookupOutcome.Closed(), ask(id));
        assertEquals(Map.of(id + " CLOSED", 1), counts.all());
    }

    @Test
    void lendsAvailabilityForOneCallOnly() {
        assertEquals("k", text(assertInstanceOf(LookupOutcome.Answered.class, ask("lookup-keeper"))));
        assertEquals(new LookupOutcome.Failed(), ask("lookup-keeper"));
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        directory.hasMore();
        String[] first = text(assertInstanceOf(LookupOutcome.Answered.class, ask("lookup-page")))
                .split(" ");
        assertEquals("1", first[0]);
        assertEquals(0, directory.lastSearch().offset());
        lookups.answer("lookup-page", new LookupRequest("v1/clinics", Map.of("cursor", List.of(first[1]))));
        assertEquals(1, directory.lastSearch().offset());
        assertEquals(10, directory.lastSearch().limit());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"MS4w_", "!!!!", "LTEuMA", "OTk5OTk5OTkuMA", "MS4xMjM", "'MS4w MS4w'", "가나다라"})
    void knowsNoCursorButItsOwn(String cursor) {
        LookupOutcome answer =
                lookups.answer("lookup-cursor", new LookupRequest("v1/clinics", Map.of("cursor", List.of(cursor))));
        assertEquals("UnknownCursor", text(assertInstanceOf(LookupOutcome.Answered.class, answer)));
    }

    private LookupOutcome ask(String id) {
        return lookups.answer(id, new LookupRequest("v1/clinics", Map.of()));
    }

    private static String text(LookupOutcome.Answered answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static PluginJar lookup(String id, String body) {
        return LookupJar.of(id, body);
    }
}
