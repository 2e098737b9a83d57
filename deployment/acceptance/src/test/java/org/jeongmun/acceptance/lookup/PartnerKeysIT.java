package org.jeongmun.acceptance.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every test has a partner of its own, so that the order in which they run does not matter. */
@DisplayName("A partner's key")
@ExtendWith(SharedPortals.class)
class PartnerKeysIT {
    private static final String CLINICS = "/lookup/clinic-lookup-portal/v1/clinics?limit=5";

    private final PartnerDesk desk;
    private final Rows rows;
    private final Portal portal;

    PartnerKeysIT(@Serving(Stage.OPEN) Portal portal) {
        this.portal = portal;
        desk = new PartnerDesk(portal);
        rows = Rows.of(portal);
    }

    @Test
    void tellsExactNumbersWhereThePublicIsToldCoarseOnes() throws SQLException {
        String key = desk.create("exact", "--rate", "1000");
        desk.awaitStatus(200, CLINICS, key);
        JsonNode exact = desk.json(CLINICS, key).path("clinics").get(0);
        JsonNode coarse = desk.json(CLINICS, null).path("clinics").get(0);
        assertEquals(exact.path("id"), coarse.path("id"));
        long places = exact.path("freePlaces").asLong();
        long free = rows.number(
                "SELECT sum(capacity - taken) FROM slot WHERE clinic_id = ? AND starts_at > portal_now()",
                exact.path("id").asText());
        assertTrue(Math.abs(free - places) <= 2, "Told " + places + ", free are " + free);
        long told = coarse.path("freePlaces").asLong();
        assertTrue(Set.of(0L, 1L, 10L, 100L).contains(told) && told <= places, coarse::toString);
        assertEquals("MANY", coarse.path("availability").asText());
    }

    @Test
    void isOneOfTwoAfterARotationAndEndsWithTheNext() {
        String first = desk.create("rotating", "--rate", "1000");
        String second = desk.key("rotate", "rotating");
        desk.awaitStatus(200, CLINICS, second);
        desk.awaitStatus(200, CLINICS, first);
        String third = desk.key("rotate", "rotating");
        desk.awaitStatus(200, CLINICS, third);
        assertEquals(401, desk.get(CLINICS, first).status());
        desk.awaitStatus(200, CLINICS, second);
        String fourth = desk.key("rotate", "rotating", "--end-old");
        desk.awaitStatus(200, CLINICS, fourth);
        assertEquals(401, desk.get(CLINICS, third).status());
    }

    @Test
    void endsWithItsPartner() {
        String key = desk.create("ending");
        desk.awaitStatus(200, CLINICS, key);
        desk.run("disable", "ending");
        desk.awaitStatus(401, CLINICS, key);
        assertTrue(desk.run("list").contains("ending: disabled"), desk.run("list"));
    }

    @Test
    void isRefusedInTheSameWordsWhateverIsWrongWithIt() {
        String good = desk.create("victim");
        desk.create("thief");
        desk.awaitStatus(200, CLINICS, good);
        String secret = good.substring(good.indexOf('.'));
        List<String> bad = List.of(
                "",
                "victim",
                "victim.",
                "nobody" + secret,
                "thief" + secret,
                good.toUpperCase(Locale.ROOT),
                good + "x",
                "x".repeat(4_000),
                "[".repeat(1_000),
                "' OR 1=1 --");
        Set<String> bodies = Set.copyOf(bad.stream()
                .map(key -> desk.get(CLINICS, key))
                .peek(answer -> assertEquals(401, answer.status(), answer::toString))
                .map(answer -> answer.body())
                .toList());
        assertEquals(1, bodies.size(), bodies::toString);
        assertTrue(bodies.toString().contains("urn:jeongmun:lookup:partner-key"), bodies::toString);
    }

    @Test
    void isToldItsLimitsAndHeldToThem() {
        String key = desk.create("limited", "--rate", "2", "--quota", "1000");
        desk.awaitStatus(200, CLINICS, key);
        List<PartnerDesk.Answer> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(desk.get(CLINICS, key));
        }
        PartnerDesk.Answer refused = answers.stream()
                .filter(each -> each.status() == 429)
                .findFirst()
                .orElseThrow();
        assertTrue(refused.body().contains("urn:jeongmun:lookup:rate-limit"), refused::toString);
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1, refused::toString);
        assertEquals("\"second\";q=2;w=1, \"day\";q=1000;w=86400", refused.header("RateLimit-Policy"));
        assertTrue(refused.header("RateLimit").startsWith("\"second\";r=0"), refused::toString);
        assertEquals("0", refused.header("RateLimit-Remaining"));
    }

    @Test
    void hasAQuotaForTheDayThatIsAddedUpInTheDatabase() throws SQLException {
        String key = desk.create("quota", "--rate", "1000", "--quota", "5");
        desk.awaitStatus(200, CLINICS, key);
        PartnerDesk.Answer refused = desk.awaitStatus(429, CLINICS, key);
        assertTrue(refused.body().contains("urn:jeongmun:lookup:daily-quota"), refused::toString);
        assertTrue(Integer.parseInt(refused.header("Retry-After")) <= 86_400, refused::toString);
        Awaitility.await("the use of the day")
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        rows.number("SELECT coalesce(sum(used), 0) FROM partner_use WHERE partner_id = 'quota'") == 5);
        desk.run("limit", "quota", "--quota", "100");
        assertEquals(
                "100",
                desk.awaitStatus(200, CLINICS, key).header("RateLimit-Policy").replaceAll(".*day\";q=(\\d+).*", "$1"));
    }

    @Test
    void overItsLimitSlowsNoOther() {
        String greedy = desk.create("greedy", "--rate", "1");
        String modest = desk.create("modest", "--rate", "10000");
        desk.awaitStatus(200, CLINICS, greedy);
        desk.awaitStatus(200, CLINICS, modest);
        List<Integer> others;
        try (PartnerDesk.Flood flood = desk.flood(CLINICS, greedy)) {
            Awaitility.await("the greedy one to be refused")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> flood.refused() > 0);
            others = IntStream.range(0, 200)
                    .mapToObj(i -> desk.get(CLINICS, modest).status())
                    .toList();
        }
        assertEquals(Set.of(200), Set.copyOf(others));
    }

    @Test
    void isKeptAsAHashAloneAndWrittenNowhere() throws Exception {
        String key = desk.create("secretive");
        desk.awaitStatus(200, CLINICS, key);
        desk.get(CLINICS, key + "x");
        String secret = key.substring(key.indexOf('.') + 1);
        String log = Files.readString(portal.folder().resolve("portal.log"));
        for (String told : List.of(portal.console(), log)) {
            assertFalse(told.isBlank(), "a witness");
            assertFalse(told.contains(secret), "The key is in the log.");
        }
        assertEquals(
                64,
                rows.text("SELECT hash FROM partner_key WHERE partner_id = 'secretive'")
                        .length());
        assertEquals(0, rows.number("SELECT count(*) FROM partner_key WHERE position(? IN hash) > 0", secret));
    }

    @Test
    void isNotNeededForCoarseNumbersAndOddQueriesTellNothing() {
        desk.awaitStatus(200, CLINICS, null);
        for (String query : List.of("&q=%zz", "&q=%", "&q=" + "a".repeat(3_000), "&q=" + "a".repeat(200))) {
            RawResponse answer = RawRequest.of("GET", CLINICS + query)
                    .sendTo(portal.published().publicUrl());
            assertEquals(400, answer.status(), query);
            assertTrue(answer.body().length() < 250, answer::body);
            assertTrue(answer.body().contains("urn:jeongmun:"), answer::body);
        }
    }

    @Test
    void isNotNeededForParametersThatNobodyKnows() {
        desk.awaitStatus(200, CLINICS, null);
        assertEquals(
                200,
                RawRequest.of("GET", CLINICS + nested())
                        .sendTo(portal.published().publicUrl())
                        .status());
    }

    private static String nested() {
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            parameters.append("&a[b][").append(i).append("]=1");
        }
        return parameters.toString().replace("[", "%5B").replace("]", "%5D");
    }
}
