package org.jeongmun.acceptance.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.PortalJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of doors left open on purpose, `doors` names")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SabotageIT {
    private LeakyPortal leaky;
    private JsonNode report;

    @BeforeAll
    void start() throws IOException {
        leaky = LeakyPortal.start("2021-07-14T12:00:00+09:00");
        report = report();
    }

    @AfterAll
    void end() {
        if (leaky != null) {
            leaky.close();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "an ungated servlet, /sabotage/servlet",
        "an index page, /index.html",
        "a look-up that ignores the schedule, /lookup/clinic-lookup-portal/v1/clinics",
        "a filter in front of the gate, /sabotage/filter",
        "static JSON with slots, /slots.json",
        "a Faces page under a second mapping, /clinics.xhtml",
        "an open page that sends requests on, /privacy",
        "the servlet to which it sends them, 'servlet hidden (org.jeongmun.acceptance.doors.sabotage.LeakServlet)'",
        "a WebSocket endpoint, /sabotage/socket",
        "the page of an error, /sabotage/error",
        "an error that shows it, /META-INF/MANIFEST.MF",
        "the gate that is not first, gate"
    })
    void each(String what, String door) {
        assertTrue(named(report).contains(door), () -> what + ": " + report);
    }

    @Test
    void noneThatIsNot() {
        Set<String> more = named(report);
        more.removeAll(LeakyPortal.LEAKS);
        // Of /clinics another spelling is the second mapping.
        more.removeAll(Set.of(
                "/clinics", "/privacy", "gate", "servlet hidden (org.jeongmun.acceptance.doors.sabotage.LeakServlet)"));
        assertEquals(Set.of(), more, report::toString);
    }

    @Test
    void theIndexPageDuringMaintenance() throws IOException, SQLException {
        maintenance("clock_timestamp(), maintenance_reason = 'a test'");
        try {
            // The schedule is told by the inner lock, and what is no door is answered by the outer one.
            Awaitility.await("maintenance of both locks")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> get("/schedule.json").body().contains("\"MAINTENANCE\"")
                            && get("/nothing-here").all("X-Portal-Gate").contains("MAINTENANCE"));
            JsonNode during = report();
            assertEquals("MAINTENANCE", during.path("states").path(0).asText());
            assertTrue(named(during).contains("/index.html"), during::toString);
        } finally {
            maintenance("NULL, maintenance_reason = NULL");
        }
    }

    private RawResponse get(String target) {
        return RawRequest.of("GET", target).sendTo(leaky.portal().published().publicUrl());
    }

    private JsonNode report() throws IOException {
        PortalJar.Ended ended = PortalJar.run(
                "doors", "--json", "--data", leaky.portal().folder().toString());
        assertEquals(1, ended.exitCode(), ended::toString);
        return new ObjectMapper().readTree(ended.output());
    }

    private static Set<String> named(JsonNode report) {
        Set<String> doors = new TreeSet<>();
        report.path("mustBeShut").forEach(door -> doors.add(door.path("door").asText()));
        return doors;
    }

    private void maintenance(String since) throws SQLException {
        try (Connection connection = leaky.portal().connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE portal_state SET maintenance_since = " + since);
        }
    }
}
