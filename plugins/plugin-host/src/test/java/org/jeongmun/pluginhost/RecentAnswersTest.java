package org.jeongmun.pluginhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.spi.LookupRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The plugins say how often they were asked. */
@DisplayName("What was answered a moment ago")
class RecentAnswersTest {
    private static final Clinic CLINIC =
            new Clinic(new ClinicId("c-1"), "가나의원", "세종특별자치시", "", "한누리대로 1", "044-000-0000", 36.5, 127.25);
    private static Plugins plugins;

    private final PoolGuard guard = new PoolGuard(Duration.ofSeconds(5));
    private final CountsInMemory counts = new CountsInMemory();
    private final FixedDirectory directory = new FixedDirectory(CLINIC);
    private final GuardedLookups lookups = new GuardedLookups(plugins, directory, guard, counts);

    @BeforeAll
    static void load() {
        plugins = Plugins.load(List.of(
                counting("lookup-kept", 200, "max-age=1"),
                counting("lookup-unkept", 200, "no-store"),
                counting("lookup-refusing", 400, "max-age=1")));
    }

    private static PluginJar counting(String id, int status, String cacheControl) {
        return LookupJar.of(
                id,
                "String said = Integer.toString(times++); return new LookupAnswer(%d, \"text/plain\", Map.of(\"Cache-Control\", \"%s\"), out -> out.write(said.getBytes()));"
                        .formatted(status, cacheControl));
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
    void isSaidAgainToTheSameQuestionOfTheSamePartnerUntilThePictureChanges() {
        String first = ask("lookup-kept", "a", Optional.empty());
        assertEquals(first, ask("lookup-kept", "a", Optional.empty()));
        assertEquals(1, counts.all().get("lookup-kept REPEATED"));
        String toMaps = ask("lookup-kept", "a", Optional.of("maps"));
        String other = ask("lookup-kept", "b", Optional.empty());
        directory.countAgain();
        String later = ask("lookup-kept", "a", Optional.empty());
        assertEquals(4, List.of(first, toMaps, other, later).stream().distinct().count());
        assertEquals(4, counts.all().get("lookup-kept ANSWERED"));
    }

    @Test
    void isNotSaidAgainWhenThePluginDoesNotWantThatOrRefused() {
        for (String id : List.of("lookup-unkept", "lookup-refusing")) {
            ask(id, "a", Optional.empty());
            ask(id, "a", Optional.empty());
            assertEquals(2, counts.all().get(id + " ANSWERED"));
        }
    }

    @Test
    void isNotKeptWithALongQuestion() {
        String longest = "a".repeat(1_349);
        assertEquals(ask("lookup-kept", longest, Optional.empty()), ask("lookup-kept", longest, Optional.empty()));
        ask("lookup-kept", longest + "a", Optional.empty());
        ask("lookup-kept", longest + "a", Optional.empty());
        assertEquals(Map.of("lookup-kept ANSWERED", 3, "lookup-kept REPEATED", 1), counts.all());
    }

    @Test
    void isNotSaidAgainOnceAvailabilityIsClosed() {
        ask("lookup-kept", "c", Optional.empty());
        directory.close();
        ask("lookup-kept", "c", Optional.empty());
        assertEquals(Map.of("lookup-kept ANSWERED", 2), counts.all());
    }

    private String ask(String id, String q, Optional<String> partner) {
        LookupRequest request =
                new LookupRequest("v1/clinics", Map.of("q", List.of(q)), partner, URI.create("https://portal.invalid"));
        LookupOutcome outcome = lookups.answer(id, request);
        return new String(
                assertInstanceOf(LookupOutcome.Answered.class, outcome).body(), StandardCharsets.UTF_8);
    }
}
