package org.jeongmun.acceptance.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.jeongmun.acceptance.portal.ThirdPartyPlugin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("Beside the portal's own look-up there is")
@ExtendWith(SharedPortals.class)
class OtherLookupsIT {
    private static final String SMART = "/lookup/clinic-lookup-smart/";

    private final Portal portal;
    private final PartnerDesk desk;
    private final Rows rows;

    OtherLookupsIT(@Serving(Stage.OPEN) Portal portal) {
        this.portal = portal;
        desk = new PartnerDesk(portal);
        rows = Rows.of(portal);
    }

    @Test
    void smartSchedulingLinksWithEveryClinicAndOnlyFreeDays() throws SQLException {
        JsonNode manifest = desk.json(SMART + "$bulk-publish", null);
        assertTrue(manifest.path("request").asText().endsWith(SMART + "$bulk-publish"), manifest::toString);
        List<JsonNode> locations = new ArrayList<>();
        List<JsonNode> slots = new ArrayList<>();
        for (JsonNode output : manifest.path("output")) {
            List<JsonNode> lines = desk.lines(path(output.path("url").asText()));
            lines.forEach(line -> assertEquals(
                    output.path("type").asText(), line.path("resourceType").asText()));
            if (output.path("type").asText().equals("Location")) {
                locations.addAll(lines);
            } else if (output.path("type").asText().equals("Slot")) {
                slots.addAll(lines);
            }
        }
        assertEquals(rows.count("clinic"), locations.size());
        assertEquals(
                rows.number("SELECT count(DISTINCT (clinic_id, (starts_at AT TIME ZONE 'Asia/Seoul')::date)) FROM slot"
                        + " WHERE taken < capacity AND starts_at > portal_now()"),
                slots.size());
        JsonNode slot = slots.get(0);
        assertEquals("free", slot.path("status").asText());
        String link = slot.path("extension").get(0).path("valueUrl").asText();
        assertEquals(
                "303 /check-in",
                new Visitor(portal.published().publicUrl())
                        .get(path(link) + "&source=abc&booking-referral=1")
                        .redirect());
    }

    @Test
    void aNationInOneFileThatComesInPieces() {
        PartnerDesk.Answer whole = desk.get(SMART + "locations.ndjson", null);
        assertEquals("", whole.header("Content-Length"), "It is sent before its length is known.");
        assertEquals("application/fhir+ndjson", whole.header("Content-Type"));
        assertTrue(whole.body().endsWith("}\n"), "It is whole.");
        List<String> ofProvinces = new ArrayList<>();
        for (JsonNode output : desk.json(SMART + "$bulk-publish", null).path("output")) {
            if (output.path("type").asText().equals("Location")) {
                ofProvinces.add(
                        desk.get(path(output.path("url").asText()), null).body());
            }
        }
        assertEquals(String.join("", ofProvinces), whole.body());
        assertEquals(
                400, desk.get(SMART + "locations.ndjson?sido=nowhere", null).status());
        RawResponse head = RawRequest.of("HEAD", SMART + "locations.ndjson")
                .sendTo(portal.published().publicUrl());
        assertEquals(200, head.status());
        assertEquals("", head.body());
    }

    private static String path(String url) {
        URI uri = URI.create(url);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    @Test
    void aPluginOfSomebodyElseThatWasDroppedIn() throws SQLException {
        PartnerDesk.Answer answer = desk.get("/lookup/clinic-lookup-example/v1/clinics.txt", null);
        assertEquals(200, answer.status(), answer::toString);
        String[] first = answer.body().lines().findFirst().orElseThrow().split("\t");
        assertEquals(rows.text("SELECT name FROM clinic WHERE id = ?", first[0]), first[1]);
        assertEquals(
                404, desk.get("/lookup/clinic-lookup-example/v1/clinics", null).status());
    }

    @Test
    void aProjectOfSomebodyElseWhoseOwnBuildRanTheWholeContract() throws IOException {
        Path report = ThirdPartyPlugin.project()
                .resolve("target/surefire-reports/TEST-org.example.lookup.ExampleLookupTest.xml");
        String told = Files.readString(report);
        Matcher tests = Pattern.compile("<testsuite [^>]* tests=\"([0-9]+)\" errors=\"0\" skipped=\"0\" failures=\"0\"")
                .matcher(told);
        assertTrue(tests.find() && Integer.parseInt(tests.group(1)) >= 9, told);
    }

    @Test
    void aListOfWhatWouldBeTakenInAndOfWhatWouldStopAStart() throws IOException {
        Path folder = ThirdPartyPlugin.folder();
        PortalJar.Ended fine = PortalJar.run("plugins", "--plugins", folder.toString());
        assertEquals(0, fine.exitCode(), fine::toString);
        for (String told : List.of(
                "cohort-birth-year",
                "setting   from:",
                "version   0.1.0",
                "path      /lookup/clinic-lookup-smart/$bulk-publish",
                "path      /lookup/clinic-lookup-example/v1/clinics.txt",
                folder.resolve("clinic-lookup-example.jar").toString())) {
            assertTrue(fine.output().contains(told), () -> told + " in " + fine);
        }
        Path hostile = ThirdPartyPlugin.hostileJar(folder);
        PortalJar.Ended refused = PortalJar.run("plugins", "--plugins", folder.toString());
        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.output().contains("META-INF/resources/open.html"), refused::toString);
        assertTrue(refused.output().contains("path      /lookup/clinic-lookup-example/v1/clinics.txt"));
        Files.delete(hostile);
    }

    @Test
    void theDirectoryWithoutAvailabilityForWhoLoadsItInAdvance() throws IOException, SQLException {
        Path folder = Folders.create("export");
        try {
            PortalJar.Ended ended = PortalJar.run(
                    "lookup",
                    "export",
                    folder.toString(),
                    "--data",
                    portal.folder().toString());
            assertEquals(0, ended.exitCode(), ended::toString);
            List<String> lines = Files.readAllLines(folder.resolve("clinics.csv"));
            assertEquals("clinic_id,name,sido,sigungu,address,phone,latitude,longitude", lines.get(0));
            assertEquals(rows.count("clinic"), lines.size() - 1);
            assertFalse(String.join("", lines).contains("capacity"));
            assertTrue(Files.readString(folder.resolve("openapi.yaml")).contains("clinic-lookup-portal/v1/clinics"));
            PortalJar.Ended again = PortalJar.run(
                    "clinics",
                    "import",
                    folder.resolve("clinics.csv").toString(),
                    "--data",
                    portal.folder().toString());
            assertEquals(0, again.exitCode(), again::toString);
        } finally {
            Folders.delete(folder);
        }
    }
}
