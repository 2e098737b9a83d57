package org.jeongmun.plugin.lookupportal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
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
                request(Map.of("cursor", "' OR 1=1 --")),
                request(Map.of("cursor", "\u0000\u0000\u0000\u0000")));
    }

    @Test
    void writesAPageToTheLetter() throws IOException {
        LookupAnswer answer = plugin().answer(request(Map.of()), SampleAvailability.open());
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.contentType());
        assertEquals(Map.of("Cache-Control", "max-age=1"), answer.headers());
        assertEquals("""
                {"checkedAt":"2021-07-14T20:00:01+09:00","validUntil":"2021-07-14T20:00:03+09:00","clinics":[\
                {"id":"sample-1","name":"가나 \\"의원\\" <&> \\\\ 1","sido":"서울특별시","sigungu":"종로구",\
                "address":"세종대로 1\\n2층","latitude":37.5725,"longitude":126.9769,"freePlaces":12,\
                "earliestAt":"2021-07-27T09:00:00+09:00"}],"next":"sample-second-page"}""", body(answer));
    }

    @Test
    void writesTheLastPageWithoutACursorAndASidoWithoutSigungu() throws IOException {
        LookupAnswer answer =
                plugin().answer(request(Map.of("cursor", SampleAvailability.SECOND_PAGE)), SampleAvailability.open());
        assertEquals("""
                {"checkedAt":"2021-07-14T20:00:01+09:00","validUntil":"2021-07-14T20:00:03+09:00","clinics":[\
                {"id":"sample-2","name":"다라의원","sido":"세종특별자치시","sigungu":"","address":"한누리대로 2",\
                "latitude":36.48,"longitude":127.289,"freePlaces":0,"earliestAt":null}],"next":null}""", body(answer));
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
