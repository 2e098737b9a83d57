package org.jeongmun.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A value of the SPI")
class SpiValuesTest {

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"cohort-birth-year", "clinic-lookup-portal", "a-1", "x2-y3"})
    void isAPluginIdInWordsJoinedByHyphens(String text) {
        assertEquals(text, new PluginId(text).toString());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "cohort",
                "-cohort-x",
                "cohort-",
                "cohort--x",
                "Cohort-x",
                "1-x",
                "a_b-c",
                "a-b/c",
                "a-b\n",
                "가-나"
            })
    void isNoPluginIdInAnyOtherSpelling(String text) {
        assertThrows(IllegalArgumentException.class, () -> new PluginId(text));
    }

    @Test
    void isAPluginIdUpTo64Letters() {
        assertEquals(64, new PluginId("a-" + "b".repeat(62)).value().length());
        assertThrows(IllegalArgumentException.class, () -> new PluginId("a-" + "b".repeat(63)));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "yes", "1", "A-B", "born 1962", "A\n", "_A"})
    void isNoReasonCodeUnlessInCapitals(String text) {
        assertThrows(IllegalArgumentException.class, () -> Verdict.member(text));
        assertThrows(IllegalArgumentException.class, () -> Verdict.notMember(text));
        assertThrows(IllegalArgumentException.class, () -> Verdict.undetermined(text));
    }

    @ParameterizedTest(name = "\"{0}\" is well-formed: {1}")
    @CsvSource({
        "v1/clinics, true", "v1, true", "v1/clinics.json, true", "1, true", "'', false", "/v1, false", "v1/, false",
        "v1//x, false", "v1/.., false", "v1/.x, false", "V1, false", "v1/*, false", "v1%2fx, false", "v1;x, false"
    })
    void isAPathOnlyWhenExact(String path, boolean wellFormed) {
        assertEquals(wellFormed, ClinicLookupPlugin.isWellFormed(path));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {-1, 0, 100, 199, 300, 301, 302, 303, 307, 308, 399, 600})
    void isNoAnswerThatRedirectsOrIsNoStatus(int status) {
        assertThrows(IllegalArgumentException.class, () -> new LookupAnswer(status, "text/plain", Map.of(), out -> {}));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Set-Cookie, a=b",
        "Location, /reserve/clinic",
        "Access-Control-Allow-Origin, *",
        "X-Portal-Gate, OPEN",
        "Content-Length, 5",
        "cache-control, max-age=1",
        "ETag, '\"a\"\r\nSet-Cookie: b'"
    })
    void isNoAnswerWithAHeaderThatIsThePortals(String name, String value) {
        Map<String, String> headers = Map.of(name, value);
        assertThrows(IllegalArgumentException.class, () -> new LookupAnswer(200, "text/plain", headers, out -> {}));
    }

    @Test
    void isNoAnswerWithMoreThanATypeInItsType() {
        assertThrows(IllegalArgumentException.class, () -> new LookupAnswer(200, "a/b\r\nX: y", Map.of(), out -> {}));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void isNoQueryForTooFewOrTooMany(int limit) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClinicQuery(Optional.empty(), Optional.empty(), Optional.empty(), limit, Optional.empty()));
    }

    @Test
    void isARequestThatNobodyCanChange() {
        List<String> values = new ArrayList<>(List.of("1", "2"));
        Map<String, List<String>> parameters = new HashMap<>(Map.of("limit", values, "q", List.of("")));
        LookupRequest request = new LookupRequest("v1/clinics", parameters);
        values.set(0, "9");
        parameters.clear();
        assertEquals(Optional.of("1"), request.parameter("limit"));
        assertEquals(Optional.empty(), request.parameter("q"));
        assertEquals(Optional.empty(), request.parameter("Limit"));
        assertThrows(
                UnsupportedOperationException.class, () -> request.parameters().clear());
    }

    @Test
    void isNoPageThatIsOutOfDateBeforeItIsCounted() {
        Instant opening = Instant.parse("2021-07-14T11:00:00Z");
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClinicSearch.Page(opening, opening.minusNanos(1), List.of(), Optional.empty()));
    }

    @Test
    void foldsByWhatItIs() {
        ClinicSearch closed = new ClinicSearch.Closed();
        ClinicSearch unknown = new ClinicSearch.UnknownCursor();
        assertEquals("closed", closed.fold(page -> "page", each -> "closed", each -> "unknown"));
        assertEquals("unknown", unknown.fold(page -> "page", each -> "closed", each -> "unknown"));
    }
}
