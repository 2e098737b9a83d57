package org.jeongmun.plugin.lookupportal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicId;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicQuery.Order;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.GeoPoint;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.contract.ClinicLookupPluginContract;
import org.jeongmun.spi.contract.SampleAvailability;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The portal's look-up protocol")
class PortalLookupPluginTest extends ClinicLookupPluginContract {

    @Override
    protected ClinicLookupPlugin plugin() {
        return new PortalLookupPlugin();
    }

    @Override
    protected LookupRequest goodRequest() {
        return request(Map.of("sido", "서울특별시", "limit", "10"));
    }

    @Override
    protected List<LookupRequest> badRequests() {
        return List.of(
                request(Map.of("limit", "<script>")),
                request(Map.of("limit", "99999999999999999999")),
                request(Map.of("limit", "10\r\nSet-Cookie: a=b")),
                request(Map.of("near", "north,east")),
                request(Map.of("near", "37.5,181.0")),
                request(Map.of("near", "NaN,1.0")),
                request(Map.of("sort", "random")),
                request(Map.of("onlyFree", "perhaps")),
                request(Map.of("q", "가".repeat(101))),
                request(Map.of("q", "\uFFFDzz-")),
                request(Map.of("sido[a][b][c]", "nested", "sido", "x".repeat(101))),
                request(Map.of("cursor", "' OR 1=1 --")),
                request(Map.of("cursor", "\u0000\u0000\u0000\u0000")));
    }

    @Test
    void writesAPageToTheLetter() throws IOException {
        LookupAnswer answer = plugin().answer(request(Map.of()), SampleAvailability.open());
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.contentType());
        assertEquals("max-age=1", answer.headers().get("Cache-Control"));
        assertEquals(Set.of("Cache-Control", "ETag"), answer.headers().keySet());
        assertEquals("""
                {"checkedAt":"2021-07-14T20:00:01+09:00","validUntil":"2021-07-14T20:00:03+09:00","clinics":[\
                {"id":"sample-1","name":"가나 \\"의원\\" <&> \\\\ 1","sido":"서울특별시","sigungu":"종로구",\
                "address":"세종대로 1\\n2층","phone":"02-000-0001","latitude":37.5725,"longitude":126.9769,"freePlaces":12,"availability":"MANY",\
                "earliestAt":"2021-07-27T09:00:00+09:00"}],"next":"sample-second-page"}""", body(answer));
    }

    @Test
    void writesTheLastPageWithoutACursorAndASidoWithoutSigungu() throws IOException {
        LookupAnswer answer =
                plugin().answer(request(Map.of("cursor", SampleAvailability.SECOND_PAGE)), SampleAvailability.open());
        assertEquals("""
                {"checkedAt":"2021-07-14T20:00:01+09:00","validUntil":"2021-07-14T20:00:03+09:00","clinics":[\
                {"id":"sample-2","name":"다라의원","sido":"세종특별자치시","sigungu":"","address":"한누리대로 2","phone":"",\
                "latitude":36.48,"longitude":127.289,"freePlaces":0,"availability":"NONE","earliestAt":null}],"next":null}""", body(answer));
    }

    @Test
    void writesTimesWithSecondsAlsoOnTheFullMinute() throws IOException {
        Instant opening = Instant.parse("2021-07-14T11:00:00Z");
        LookupAnswer answer = plugin().answer(
                        request(Map.of()),
                        query -> new ClinicSearch.Page(opening, opening, List.of(), Optional.empty()));
        assertEquals("""
                {"checkedAt":"2021-07-14T20:00:00+09:00","validUntil":"2021-07-14T20:00:00+09:00",\
                "clinics":[],"next":null}""", body(answer));
    }

    @Test
    void asksForExactlyWhatThePartnerAsks() {
        ClinicQuery asked =
                asked(Map.of("sido", "부산광역시", "sigungu", "중구", "q", "한빛 의원", "limit", "7", "cursor", "opaque"));
        assertEquals(
                new ClinicQuery(
                        Optional.of("부산광역시"), Optional.of("중구"), Optional.of("한빛 의원"), 7, Optional.of("opaque")),
                asked);
    }

    @Test
    void takesEmptyParametersAsAbsent() {
        ClinicQuery asked = asked(Map.of("sido", "", "sigungu", "", "q", "", "limit", "", "cursor", ""));
        assertEquals(
                new ClinicQuery(Optional.empty(), Optional.empty(), Optional.empty(), 20, Optional.empty()), asked);
    }

    @ParameterizedTest(name = "limit={0}")
    @CsvSource({"1, 1", "007, 7", "100, 100"})
    void takesALimitFromOneToAHundred(String text, int limit) {
        assertEquals(limit, asked(Map.of("limit", text)).limit());
    }

    @ParameterizedTest(name = "limit={0}")
    @ValueSource(strings = {"0", "000", "101", "999", "-1", "+5", "1.0", "1e1", " 5", "5 ", "٥", "0x10", "null"})
    void refusesAnyOtherLimit(String text) throws IOException {
        LookupAnswer answer = plugin().answer(request(Map.of("limit", text)), query -> {
            throw new AssertionError("asked in spite of a bad limit");
        });
        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.contentType());
        assertEquals("""
                {"type":"urn:jeongmun:clinic-lookup-portal:bad-limit",\
                "title":"limit is a whole number from 1 to 100.","status":400}""", body(answer));
    }

    @Test
    void asksForWhatIsNearAndForWhatIsEarly() {
        Optional<GeoPoint> hall = Optional.of(new GeoPoint(37.5663, -126.9779));
        assertEquals(query(hall, Order.DISTANCE, false), asked(Map.of("near", "37.5663,-126.9779")));
        assertEquals(
                query(hall, Order.EARLIEST, true),
                asked(Map.of("near", "37.5663,-126.9779", "sort", "earliest", "onlyFree", "true")));
        assertEquals(query(Optional.empty(), Order.EARLIEST, false), asked(Map.of("sort", "earliest")));
        assertEquals(
                query(hall, Order.DISTANCE, false), asked(Map.of("near", "37.5663,-126.9779", "sort", "distance")));
    }

    @Test
    void sortsByDistanceFromSomewhereOnly() {
        assertEquals(
                400,
                plugin().answer(request(Map.of("sort", "distance")), SampleAvailability.open())
                        .status());
    }

    @Test
    void tellsHowFarAClinicIs() throws IOException {
        ClinicAvailability first = SampleAvailability.FIRST;
        ClinicAvailability near = new ClinicAvailability(
                first.id(),
                first.name(),
                first.sido(),
                first.sigungu(),
                first.address(),
                first.latitude(),
                first.longitude(),
                1,
                first.earliestAt(),
                OptionalInt.of(1234),
                first.phone());
        LookupAnswer answer = plugin().answer(
                        request(Map.of("near", "37.5,127")),
                        query -> new ClinicSearch.Page(
                                SampleAvailability.CHECKED_AT,
                                SampleAvailability.CHECKED_AT,
                                List.of(near),
                                Optional.empty()));
        assertTrue(body(answer).contains("\"freePlaces\":1,\"availability\":\"FEW\""), body(answer));
        assertTrue(body(answer).contains("\"distanceMeters\":1234"), body(answer));
    }

    @Test
    void hasOneTagForAsLongAsNothingButTheTimeChanges() {
        assertEquals(tag(0, 12), tag(1, 12));
        assertNotEquals(tag(0, 12), tag(0, 11));
    }

    private String tag(long later, long places) {
        Instant checkedAt = SampleAvailability.CHECKED_AT.plusSeconds(later);
        ClinicAvailability clinic = new ClinicAvailability(
                new ClinicId("a"), "a", "b", Optional.empty(), "c", 1, 2, places, Optional.empty());
        return plugin().answer(
                        request(Map.of()),
                        query -> new ClinicSearch.Page(checkedAt, checkedAt, List.of(clinic), Optional.empty()))
                .headers()
                .get("ETag");
    }

    private static ClinicQuery query(Optional<GeoPoint> near, Order order, boolean onlyFree) {
        return new ClinicQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), near, order, onlyFree, 20, Optional.empty());
    }

    private ClinicQuery asked(Map<String, String> parameters) {
        List<ClinicQuery> asked = new ArrayList<>();
        plugin().answer(request(parameters), query -> {
            asked.add(query);
            return SampleAvailability.open().clinics(query);
        });
        assertTrue(asked.size() == 1, "Availability is asked once.");
        return asked.get(0);
    }

    private static LookupRequest request(Map<String, String> parameters) {
        Map<String, List<String>> lists = new HashMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        return new LookupRequest("v1/clinics", lists);
    }
}
