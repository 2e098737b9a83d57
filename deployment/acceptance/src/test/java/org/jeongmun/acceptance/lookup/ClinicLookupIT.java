package org.jeongmun.acceptance.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The clinic look-up")
@ExtendWith(SharedPortals.class)
class ClinicLookupIT {
    private static final String CLINICS = "/lookup/clinic-lookup-portal/v1/clinics";

    private final Visitor visitor;
    private final Rows rows;
    private final URI door;

    ClinicLookupIT(@Serving(Stage.OPEN) Portal portal) {
        door = portal.published().publicUrl();
        visitor = new Visitor(door);
        rows = Rows.of(portal);
    }

    /**
     * Asks again while nothing is told: a directory that has not been heard of for two seconds is told of to nobody.
     */
    private Page told(String target) {
        return Awaitility.await("places at " + target)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(() -> visitor.get(target), page -> page.status() == 200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void namesClinicsWithTheirFreePlaces() throws SQLException {
        Page page = told(CLINICS);
        assertEquals(200, page.status());
        assertTrue(page.header("Content-Type").orElse("").startsWith("application/json"));
        assertEquals(0, page.headers("Set-Cookie").size());
        JsonNode answer = page.json();
        OffsetDateTime checkedAt = OffsetDateTime.parse(answer.path("checkedAt").asText());
        OffsetDateTime validUntil =
                OffsetDateTime.parse(answer.path("validUntil").asText());
        assertTrue(checkedAt.isBefore(validUntil));
        assertFalse(answer.path("clinics").isEmpty());
        for (JsonNode clinic : answer.path("clinics")) {
            String id = clinic.path("id").asText();
            assertEquals(
                    rows.text("SELECT name FROM clinic WHERE id = ?", id),
                    clinic.path("name").asText());
            assertTrue(clinic.path("latitude").isNumber());
            assertTrue(clinic.path("longitude").isNumber());
            assertTrue(clinic.path("freePlaces").isIntegralNumber());
            assertTrue(clinic.has("earliestAt") && clinic.has("address") && clinic.has("sigungu"));
        }
    }

    @Test
    void narrowsByRegionAndName() throws SQLException {
        String sido = rows.text("SELECT sido FROM clinic ORDER BY id LIMIT 1");
        JsonNode answer = told(CLINICS + "?limit=20&sido=" + encoded(sido)).json();
        assertFalse(answer.path("clinics").isEmpty());
        answer.path("clinics")
                .forEach(clinic -> assertEquals(sido, clinic.path("sido").asText()));
        String name = rows.text("SELECT name FROM clinic ORDER BY id LIMIT 1");
        JsonNode named = told(CLINICS + "?q=" + encoded(name)).json();
        assertFalse(named.path("clinics").isEmpty());
        named.path("clinics")
                .forEach(clinic -> assertTrue(clinic.path("name").asText().contains(name)));
    }

    @Test
    void goesThroughAllClinicsPageByPageWithoutRepeatingOne() throws SQLException {
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = told(CLINICS + "?limit=50" + cursor).json();
            page.path("clinics")
                    .forEach(clinic -> assertTrue(seen.add(clinic.path("id").asText())));
            assertTrue(page.path("clinics").size() <= 50);
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + encoded(page.path("next").asText());
        } while (!cursor.isEmpty());
        assertEquals(rows.number("SELECT count(DISTINCT clinic_id) FROM slot"), seen.size());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"x=%zz", "%FF=%", "long", "many"})
    void ignoresParametersThatItDoesNotKnowWhateverTheySay(String kind) throws IOException {
        String unknown = switch (kind) {
            case "long" -> "y=" + "1".repeat(3_000);
            case "many" -> IntStream.range(0, 200).mapToObj(each -> "z" + each).collect(Collectors.joining("&"));
            default -> kind;
        };
        String known = "limit=3&sort=directory";
        JsonNode expected = told(CLINICS + "?" + known).json();
        RawResponse answer = Awaitility.await("an answer to " + kind)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .until(
                        () -> RawRequest.of("GET", CLINICS + "?" + unknown + "&" + known)
                                .sendTo(door),
                        each -> each.status() != 503);
        assertEquals(200, answer.status(), answer::toString);
        assertEquals(ids(expected), ids(new ObjectMapper().readTree(answer.body())));
        assertEquals(3, ids(expected).size());
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("clinics").findValuesAsText("id");
    }

    @Test
    void refusesWhatCannotBeReadOfAParameterThatItKnows() {
        RawResponse answer = RawRequest.of("GET", CLINICS + "?q=%zz").sendTo(door);
        assertEquals(400, answer.status(), answer::toString);
        assertTrue(answer.body().contains("urn:jeongmun:clinic-lookup-portal:unreadable"), answer::toString);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "limit=99999999999", "cursor=%00", "cursor=nonsense"})
    void refusesWhatItDoesNotUnderstandWithAProblemDocument(String query) {
        Page page = visitor.get(CLINICS + "?" + query);
        assertEquals(400, page.status(), page::toString);
        assertTrue(page.header("Content-Type").orElse("").startsWith("application/problem+json"), page::toString);
        assertEquals(400, page.json().path("status").asInt());
    }

    @Test
    void findsANameByItsInitialsAndByTheKeysOfTheOtherLanguage() throws SQLException {
        String name = rows.text("SELECT name FROM clinic WHERE name ~ '^[가-힣]+$' ORDER BY id LIMIT 1");
        String initials = name.codePoints()
                .mapToObj(syllable -> String.valueOf("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".charAt((syllable - 0xAC00) / 588)))
                .collect(Collectors.joining());
        assertTrue(names(initials).contains(name), initials + " does not find " + name);
        assertTrue(names(name.replaceAll("(.)", "$1 ").strip()).contains(name), name);
        // 의원 typed with the keyboard in English
        assertFalse(names("dmldnjs").isEmpty());
        assertTrue(names("dmldnjs").stream().allMatch(found -> found.contains("의원")));
    }

    private List<String> names(String q) {
        List<String> names = new ArrayList<>();
        told(CLINICS + "?limit=100&q=" + encoded(q))
                .json()
                .path("clinics")
                .forEach(clinic -> names.add(clinic.path("name").asText()));
        return names;
    }

    @Test
    void putsTheNearestFirstAndSaysHowFarItIs() {
        List<Integer> metres = new ArrayList<>();
        told(CLINICS + "?limit=100&near=37.5663,126.9779&onlyFree=true")
                .json()
                .path("clinics")
                .forEach(clinic -> {
                    metres.add(clinic.path("distanceMeters").asInt(-1));
                    assertTrue(clinic.path("freePlaces").asLong() > 0);
                });
        assertFalse(metres.isEmpty());
        assertEquals(metres.stream().sorted().toList(), metres);
    }

    @Test
    void putsTheEarliestFirst() {
        List<String> earliest = new ArrayList<>();
        told(CLINICS + "?limit=100&sort=earliest&onlyFree=true")
                .json()
                .path("clinics")
                .forEach(clinic -> earliest.add(clinic.path("earliestAt").asText()));
        assertFalse(earliest.isEmpty());
        assertEquals(earliest.stream().sorted().toList(), earliest);
    }

    @Test
    void answersThatNothingHasChangedToWhoKnowsTheTag(@Serving(Stage.OPEN) Portal portal) {
        PartnerDesk desk = new PartnerDesk(portal);
        String target = CLINICS + "?q=" + encoded("no such name");
        String tag = desk.get(target, null).header("ETag");
        PartnerDesk.Answer again = desk.get(target, null, "If-None-Match", tag);
        assertEquals(304, again.status(), again::toString);
        assertEquals("", again.body());
        assertEquals("max-age=1", again.header("Cache-Control"));
        assertEquals(200, desk.get(target, null, "If-None-Match", "W/\"other\"").status());
    }

    @Test
    void knowsNoClinicInARegionThatIsNotThere() {
        assertTrue(told(CLINICS + "?sido=nowhere").json().path("clinics").isEmpty());
    }

    @Test
    void hasAPageForPeopleAsWell() {
        Page page = visitor.get("/clinics");
        assertEquals(200, page.status());
        assertTrue(page.offers("sido"), page::toString);
        String text = page.document().text();
        assertTrue(text.contains("100 or more places free"), text);
        assertTrue(text.contains("100자리 이상 남음"), text);
        assertFalse(text.matches("(?s).*[0-9]+자리 남음.*"), "Exact numbers are for who has a key or is in the journey.");
    }
}
