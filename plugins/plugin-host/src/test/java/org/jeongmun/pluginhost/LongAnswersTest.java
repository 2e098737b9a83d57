package org.jeongmun.pluginhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.pluginhost.RestOfAnswer.Kind;
import org.jeongmun.pluginhost.RestOfAnswer.Piece;
import org.jeongmun.spi.LookupRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A long answer of a plugin")
class LongAnswersTest {
    private static final Clinic CLINIC =
            new Clinic(new ClinicId("c-1"), "가나의원", "세종특별자치시", "", "한누리대로 1", "044-000-0000", 36.5, 127.25);
    private static final String ASK = "availability.clinics(new ClinicQuery(Optional.empty(), Optional.empty(),"
            + " Optional.empty(), 10, Optional.empty()))";
    private static final String PIECES = "int[] written = new int[1]; LookupAnswer.Pieces pieces = out -> { %s };"
            + " return new LookupAnswer(200, \"text/plain\", Map.of(\"Cache-Control\", \"max-age=1\"), pieces);";
    private static Plugins plugins;

    private final PoolGuard guard = new PoolGuard(Duration.ofSeconds(1));
    private final CountsInMemory counts = new CountsInMemory();
    private final FixedDirectory directory = new FixedDirectory(CLINIC);
    private final GuardedLookups lookups = new GuardedLookups(plugins, directory, guard, counts);

    @BeforeAll
    static void loadGoodAndBadPlugins() {
        plugins = Plugins.load(List.of(
                afterTheFirst("lookup-three", "out.write(\"b\".getBytes());"),
                afterTheFirst("lookup-looking", ASK + "; out.write('b');"),
                afterTheFirst("lookup-throwing", "throw new IllegalStateException(\"secret\");"),
                afterTheFirst("lookup-long", "out.write(new byte[(1 << 20) + 1]);"),
                afterTheFirst(
                        "lookup-hanging",
                        "while (true)"
                                + " { java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L); Thread.interrupted(); }"),
                LookupJar.of("lookup-endless", PIECES.formatted("out.write(new byte[1 << 20]); return true;"))));
    }

    /** @return a plugin that writes "a" and then, twice, what {@code next} does */
    private static PluginJar afterTheFirst(String id, String next) {
        return LookupJar.of(
                id,
                PIECES.formatted(
                        "if (written[0]++ == 0) { out.write('a'); } else { " + next + " } return written[0] < 3;"));
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
    void comesPieceByPiece() {
        LookupOutcome.Begun begun = begin("lookup-three");
        assertEquals("a", text(begun.first().body()));
        assertEquals("b MORE, b LAST", rest(begun));
        assertEquals(Map.of("lookup-three ANSWERED", 1, "lookup-three CONTINUED", 2), counts.all());
    }

    @Test
    void looksAnewForEachPieceAndIsCutOffWhenAvailabilityCloses() {
        LookupOutcome.Begun begun = begin("lookup-looking");
        assertEquals("b", text(next(begun).bytes()));
        directory.close();
        assertEquals(Kind.CUT_OFF, next(begun).kind());
        assertEquals(1, counts.all().get("lookup-looking CLOSED"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"lookup-throwing, THREW", "lookup-long, TOO_LONG", "lookup-hanging, LATE"})
    void isCutOffWhereThePluginFails(String id, String outcome) {
        assertEquals(" CUT_OFF", rest(begin(id)));
        assertEquals(1, counts.all().get(id + " " + outcome));
    }

    @Test
    void thatHangsHoldsUpNobodyElse() throws Exception {
        List<CompletableFuture<Piece>> hanging = new ArrayList<>();
        for (int i = 0; i < Lane.PLACES_FOR_PIECES; i++) {
            hanging.add(begin("lookup-hanging").rest().next());
        }
        assertEquals("b MORE, b LAST", rest(begin("lookup-three")));
        CompletableFuture.allOf(hanging.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }

    @Test
    void hasALimitOfBytes() {
        LookupOutcome.Begun begun = begin("lookup-endless");
        int pieces = 0;
        while (next(begun).kind() == Kind.MORE) {
            pieces++;
        }
        assertEquals(257, pieces);
    }

    @Test
    void isOneOfAFewForEachWhoAsks() {
        List<LookupOutcome.Begun> begun = new ArrayList<>();
        for (int i = 0; i < LongAnswers.MOST_OF_ONE; i++) {
            begun.add(begin("lookup-three"));
        }
        assertEquals(new LookupOutcome.Failed(), ask("lookup-three", Optional.empty()));
        assertInstanceOf(LookupOutcome.Begun.class, ask("lookup-three", Optional.of("maps")));
        begun.get(0).rest().end();
        begun.get(0).rest().end();
        begin("lookup-three");
        assertEquals(new LookupOutcome.Failed(), ask("lookup-three", Optional.empty()));
        assertEquals(Kind.CUT_OFF, next(begun.get(0)).kind());
    }

    private LookupOutcome.Begun begin(String id) {
        return assertInstanceOf(LookupOutcome.Begun.class, ask(id, Optional.empty()));
    }

    private LookupOutcome ask(String id, Optional<String> partner) {
        return lookups.answer(
                id, new LookupRequest("v1/clinics", Map.of(), partner, URI.create("https://portal.invalid")));
    }

    private static String rest(LookupOutcome.Begun begun) {
        List<String> pieces = new ArrayList<>();
        Piece piece;
        do {
            piece = next(begun);
            pieces.add(text(piece.bytes()) + " " + piece.kind());
        } while (piece.kind() == Kind.MORE);
        begun.rest().end();
        return String.join(", ", pieces);
    }

    private static Piece next(LookupOutcome.Begun begun) {
        return begun.rest().next().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
