package org.jeongmun.acceptance.stock;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ROOT.war on a stock server with an external PostgreSQL")
class StockServerIT {
    private static final String PASSWORD = "only-for-this-test";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private EmbeddedPostgres postgres;
    private String url;

    @BeforeEach
    void startADatabase() throws IOException, SQLException {
        // The library switches off what keeps data; our portal would refuse such a server.
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(Duration.ofMinutes(3))
                .start();
        url = postgres.getJdbcUrl("postgres", "postgres");
        try (Connection admin = admin();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE ROLE front_door LOGIN PASSWORD '" + PASSWORD + "'");
        }
    }

    @AfterEach
    void endIt() throws IOException {
        postgres.close();
    }

    private Connection admin() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private Map<String, String> settings() {
        return Map.of(
                "PORTAL_DB_URL",
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
                "PORTAL_DB_USER",
                "front_door",
                "PORTAL_DB_PASSWORD",
                PASSWORD,
                "PORTAL_SECRET",
                SECRET);
    }

    private Map<String, String> settingsOfTheOwner() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("PORTAL_DB_OWNER_USER", "postgres");
        settings.put("PORTAL_DB_OWNER_PASSWORD", "postgres");
        return settings;
    }

    @Test
    void isShutBeforeItsOpeningAndTakesAReservationAfterIt() throws IOException, SQLException {
        makeADemoOfIt();
        try (StockServer server = new StockServer(settings())) {
            for (List<String> doors : List.of(Doors.CHECK_IN, Doors.BOOKING, Doors.LOOKUP, Doors.NONE)) {
                for (String target : doors) {
                    assertClosed(
                            "NOT_YET_OPEN", target, RawRequest.of("GET", target).sendTo(server.door()));
                }
            }
            openNow();
            Awaitility.await("the door to open")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> new Visitor(server.door()).get("/check-in").status() == 200);
            String code = new Journey(server.door(), Citizen.invited()).toCode();
            assertEquals("CONFIRMED", stateOf(code));
            operate("maintenance", "on", "--reason", "a drill");
            awaitGate(server, 503, "MAINTENANCE");
            assertClosed(
                    "MAINTENANCE",
                    "/reserve/clinic",
                    RawRequest.of("GET", "/reserve/clinic").sendTo(server.door()));
            operate("maintenance", "off");
            awaitGate(server, 200, "");
        }
    }

    /* Only portal.jar makes a database a demo, and only a demo has an identity that can be typed. */
    private void makeADemoOfIt() {
        PortalPlan plan = PortalPlan.demo("external", "2021-07-14T19:30:00+09:00")
                .campaign(Campaigns.file("changing.yaml"))
                .environment(settingsOfTheOwner());
        try (Portal portal = Portal.start(plan)) {
            assertEquals("", portal.published().databasePassword(), "a password of somebody else's database");
            assertEquals(0, portal.stop());
        }
    }

    private static void awaitGate(StockServer server, int status, String gate) {
        Awaitility.await("check-in to answer " + status + " " + gate)
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    Page answer = new Visitor(server.door()).get("/check-in");
                    return answer.status() == status
                            && answer.header("X-Portal-Gate").orElse("").equals(gate);
                });
    }

    private void openNow() {
        operate(
                "campaign",
                "apply",
                Campaigns.file("changing-earlier.yaml").toString(),
                "--earlier",
                "--reason",
                "a drill");
    }

    private void operate(String... command) {
        PortalJar.Ended ended = PortalJar.run(settingsOfTheOwner(), command);
        assertEquals(0, ended.exitCode(), ended::toString);
    }

    private String stateOf(String code) throws SQLException {
        try (Connection admin = admin();
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT state FROM reservation WHERE code = '" + code + "'")) {
            return row.next() ? row.getString(1) : "none";
        }
    }
}
