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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.ExampleProject;
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
    private static final Pattern ALL_PASSED =
            Pattern.compile("<testsuite [^>]* tests=\"([0-9]+)\" errors=\"0\" skipped=\"0\" failures=\"0\"");
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
        assertEquals(rows.count("clinic"), published("Location").size());
        // What was booked or given back just before is told a moment later.
        List<JsonNode> slots = new ArrayList<>();
        Awaitility.await("every free day and no other")
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    slots.clear();
                    slots.addAll(published("Slot"));
                    return slots.size() == freeDays();
                });
        JsonNode slot = slots.get(0);
        assertEquals("free", slot.path("status").asText());
        String link = slot.path("extension").get(0).path("valueUrl").asText();
        assertEquals(
                "303 /check-in",
                new Visitor(portal.published().publicUrl())
                        .get(path(link) + "&source=abc&booking-referral=1")
                        .redirect());
    }

    private List<JsonNode> published(String type) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode output : desk.json(SMART + "$bulk-publish", null).path("output")) {
            if (output.path("type").asText().equals(type)) {
                List<JsonNode> lines = desk.lines(path(output.path("url").asText()));
                lines.forEach(
                        line -> assertEquals(type, line.path("resourceType").asText()));
                all.addAll(lines);
            }
        }
        return all;
    }

    private long freeDays() throws SQLException {
        return rows.number("SELECT count(DISTINCT (clinic_id, (starts_at AT TIME ZONE 'Asia/Seoul')::date)) FROM slot"
                + " WHERE taken < capacity AND starts_at > portal_now()");
    }

    @Test
    void aNationInOneFileThatComesInPieces() {
        PartnerDesk.Answer whole = desk.get(SMART + "locations.ndjson", null);
        assertEquals("", whole.header("Content-Length"), "It is sent before its length is known.");
        assertTrue(whole.header("Content-Type").startsWith("application/fhir+ndjson"), whole::toString);
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
    void aProjectOfSomebodyElseWhoseOwnBuildRunsTheWholeContractAndWhoseJarIsTakenIn() throws IOException {
        Path folder = Folders.create("third-party-project");
        try {
            Path target = ExampleProject.build(folder).resolve("target");
            Path report = target.resolve("surefire-reports/TEST-org.example.lookup.ExampleLookupTest.xml");
            Matcher suite = ALL_PASSED.matcher(Files.readString(report));
            assertTrue(suite.find() && Integer.parseInt(suite.group(1)) >= 9, () -> "see " + report);
            Path plugins = Files.createDirectory(folder.resolve("plugins"));
            Files.copy(target.resolve("clinic-lookup-example-1.0.0.jar"), plugins.resolve("example.jar"));
            PortalJar.Ended ended = PortalJar.run("plugins", "--plugins", plugins.toString());
            assertEquals(0, ended.exitCode(), ended::toString);
            assertTrue(ended.output().contains("version   1.0.0"), ended::toString);
            assertTrue(ended.output().contains("/lookup/clinic-lookup-example/v1/clinics.txt"), ended::toString);
        } finally {
            Folders.delete(folder);
        }
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
