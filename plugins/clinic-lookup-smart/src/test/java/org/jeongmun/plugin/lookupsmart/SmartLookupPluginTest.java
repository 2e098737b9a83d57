package org.jeongmun.plugin.lookupsmart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicId;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.FreeSlot;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.contract.ClinicLookupPluginContract;
import org.jeongmun.spi.contract.SampleAvailability;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The look-up by SMART Scheduling Links")
class SmartLookupPluginTest extends ClinicLookupPluginContract {
    private static final String SEOUL = SampleAvailability.FIRST.sido();
    private static final String SEJONG = SampleAvailability.SECOND.sido();
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");

    @Override
    protected ClinicLookupPlugin plugin() {
        return new SmartLookupPlugin();
    }

    @Override
    protected LookupRequest goodRequest() {
        return request("locations.ndjson", Optional.empty());
    }

    @Override
    protected List<LookupRequest> badRequests() {
        return List.of(
                request("locations.ndjson", Optional.of("nowhere")),
                request("schedules.ndjson", Optional.of("' OR 1=1 --")),
                request("slots.ndjson", Optional.of("\u0000\u0000\u0000\u0000")));
    }

    @Test
    void namesEveryFileInTheManifest() throws IOException {
        String manifest = body(answer("$bulk-publish", Optional.empty()));
        String files = "https://portal.example:8443/lookup/clinic-lookup-smart/";
        assertEquals("""
                {"transactionTime":"2021-07-14T20:00:01+09:00","request":"%1$s$bulk-publish","output":[\
                {"type":"Location","url":"%1$slocations.ndjson?sido=%4$s","extension":{"state":["%2$s"]}},\
                {"type":"Location","url":"%1$slocations.ndjson?sido=%5$s","extension":{"state":["%3$s"]}},\
                {"type":"Schedule","url":"%1$sschedules.ndjson?sido=%4$s","extension":{"state":["%2$s"]}},\
                {"type":"Schedule","url":"%1$sschedules.ndjson?sido=%5$s","extension":{"state":["%3$s"]}},\
                {"type":"Slot","url":"%1$sslots.ndjson?sido=%4$s","extension":{"state":["%2$s"]}},\
                {"type":"Slot","url":"%1$sslots.ndjson?sido=%5$s","extension":{"state":["%3$s"]}}],"error":[]}""".formatted(files, SEOUL, SEJONG, encoded(SEOUL), encoded(SEJONG)), manifest);
    }

    @Test
    void writesAFreeDayAsOneSlotWithItsPlacesAndADeepLinkToTheFirst() throws IOException {
        LookupAnswer answer = answer("slots.ndjson", Optional.empty());
        assertEquals("application/fhir+ndjson", answer.contentType());
        List<String> lines = body(answer).lines().toList();
        assertEquals(2, lines.size(), lines::toString);
        assertEquals("""
                {"resourceType":"Slot","id":"sample-1-20210727","extension":[\
                {"url":"http://fhir-registry.smarthealthit.org/StructureDefinition/booking-deep-link",\
                "valueUrl":"https://portal.example:8443/go?partner=maps&clinic=sample-1&slot=1001"},\
                {"url":"http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity","valueInteger":9}],\
                "schedule":{"reference":"Schedule/sample-1"},"status":"free","start":"2021-07-27T09:00:00+09:00",\
                "end":"2021-07-27T10:00:00+09:00","comment":"Moderna, Pfizer \\"BNT\\""}""", lines.get(0));
        assertTrue(
                lines.get(1).contains("\"id\":\"sample-1-20210728\"")
                        && lines.get(1).contains("slot=1003"),
                lines::toString);
    }

    @Test
    void writesNoSlotForAClinicThatIsFull() throws IOException {
        assertFalse(body(answer("slots.ndjson", Optional.empty()))
                .contains(SampleAvailability.SECOND.id().value()));
        assertTrue(body(answer("locations.ndjson", Optional.empty()))
                .contains(SampleAvailability.SECOND.id().value()));
    }

    @Test
    void looksForAPieceOnlyWhenItsLinesAreWanted() throws IOException {
        List<ClinicQuery> asked = new ArrayList<>();
        LookupAnswer answer = plugin().answer(request("schedules.ndjson", Optional.empty()), new Availability() {
            @Override
            public ClinicSearch clinics(ClinicQuery query) {
                asked.add(query);
                return SampleAvailability.open().clinics(query);
            }

            @Override
            public Optional<List<String>> provinces() {
                return SampleAvailability.open().provinces();
            }
        });
        LookupAnswer.Pieces pieces = assertInstanceOf(LookupAnswer.Pieces.class, answer.body());
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        assertTrue(pieces.writeNext(first));
        assertEquals(1, asked.size());
        assertTrue(first.toString(StandardCharsets.UTF_8).endsWith("}\n"), first::toString);
        assertFalse(pieces.writeNext(OutputStream.nullOutputStream()));
        assertEquals(Optional.of(SampleAvailability.SECOND_PAGE), asked.get(1).cursor());
    }

    @Test
    void isCutShortWhenAvailabilityClosesOnTheWay() throws IOException {
        AtomicReference<Availability> now = new AtomicReference<>(SampleAvailability.open());
        LookupAnswer answer = plugin().answer(request("slots.ndjson", Optional.empty()), new Availability() {
            @Override
            public ClinicSearch clinics(ClinicQuery query) {
                return now.get().clinics(query);
            }

            @Override
            public Optional<List<FreeSlot>> slots(ClinicId clinic) {
                return now.get().slots(clinic);
            }
        });
        now.set(SampleAvailability.closed());
        assertEquals("", body(answer));
    }

    @Test
    void writesNothingThatFhirsOwnValidatorObjectsTo() throws IOException {
        FhirCheck check = new FhirCheck();
        String manifest = body(answer("$bulk-publish", Optional.empty()));
        int checked = 0;
        Matcher url = URL.matcher(manifest);
        while (url.find()) {
            URI file = URI.create(url.group(1));
            String path = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
            Optional<String> province = Optional.ofNullable(file.getQuery()).map(query -> query.replace("sido=", ""));
            for (String line : body(answer(path, province)).lines().toList()) {
                assertEquals(List.of(), check.objectionsTo(line), line);
                checked++;
            }
        }
        assertEquals(6, checked, "Two locations, two schedules, two slots.");
        assertTrue(
                !check.objectionsTo("{\"resourceType\":\"Slot\",\"status\":\"open\"}")
                        .isEmpty(),
                "It bites.");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"with_underscore", "A-very-long-id.that-is-well-formed.and-yet-too-long-for-a-date"})
    void makesIdsThatFhirCanTake(String id) throws IOException {
        ClinicAvailability clinic =
                new ClinicAvailability(new ClinicId(id), "가", "나", Optional.empty(), "다", 37, 127, 0, Optional.empty());
        String location = body(plugin().answer(
                        goodRequest(),
                        query -> new ClinicSearch.Page(
                                SampleAvailability.CHECKED_AT,
                                SampleAvailability.CHECKED_AT,
                                List.of(clinic),
                                Optional.empty())));
        assertTrue(location.matches("(?s).*\"id\":\"[A-Za-z0-9.-]{1,55}\".*"), location);
        assertTrue(location.contains("\"value\":\"" + id + "\""), location);
        assertEquals(List.of(), new FhirCheck().objectionsTo(location.strip()));
    }

    private LookupAnswer answer(String path, Optional<String> province) {
        return plugin().answer(request(path, province), SampleAvailability.open());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static LookupRequest request(String path, Optional<String> province) {
        return new LookupRequest(
                path,
                province.map(text -> Map.of("sido", List.of(text))).orElse(Map.of()),
                Optional.of("maps"),
                URI.create("https://portal.example:8443"));
    }
}
