package org.jeongmun.acceptance.gate;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.gate.SlowRoad.Condition;
import org.jeongmun.acceptance.machine.StoodStill;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An open portal whose database, schedule, clock and gate are broken one after the other. Each mends by itself. */
@DisplayName("A portal that is open, and broken,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShutWhenBrokenIT {
    /** On a machine that works all the while; see decision 0016. */
    private static final Duration SHUT_WITHIN = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MENDED_WITHIN = Duration.ofSeconds(60);

    private final Path tools = Folders.create("broken-tools");
    private final Path sign = tools.resolve("the-gate-throws");
    private EmbeddedPostgres postgres;
    private SlowRoad road;
    private Portal portal;
    private URI door;
    private Journey booked;
    private String code;

    @BeforeAll
    void start() throws IOException {
        // The library switches off what keeps data; our portal would refuse such a server.
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(PATIENCE)
                .start();
        road = new SlowRoad(postgres.getPort());
        PortalPlan plan = new PortalPlan(
                "broken",
                List.of("--demo", "--demo-clock", "2021-07-14T20:30:00+09:00"),
                List.of(ThrowingGate.option(tools, sign)),
                Map.of(
                        "PORTAL_DB_URL", "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(road.port()),
                        "PORTAL_DB_USER", "postgres",
                        "PORTAL_DB_PASSWORD", "postgres"),
                List.of());
        portal = Portal.start(plan, PortalJar.file(), Folders.create("broken"));
        door = portal.published().publicUrl();
        booked = new Journey(door, Citizen.invited());
        code = booked.toCode();
    }

    /** Nothing that one test has broken is the next one's. */
    @BeforeEach
    void awaitOpen() {
        Awaitility.await("the door to open by itself")
                .atMost(MENDED_WITHIN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get("/check-in").status() == 200
                        && get("/schedule.json").body().contains("\"status\":\"OPEN\"")
                        && Gauge.bookable(portal) == 1);
    }

    @AfterAll
    void end() throws IOException {
        if (portal != null) {
            portal.close();
        }
        if (road != null) {
            road.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        Folders.delete(tools);
    }

    @ParameterizedTest(name = "by a database that is {0}, is shut and opens again by itself")
    @EnumSource(
            value = Condition.class,
            names = {"SLOW", "SILENT", "BROKEN"})
    void byItsDatabase(Condition condition) {
        road.becomes(condition);
        try {
            assertShutWithin("NO_TRUSTED_TIME");
        } finally {
            road.becomes(Condition.CLEAR);
        }
        awaitOpen();
    }

    @Test
    void byAScheduleThatIsMissingIsShutAndOpensAgainByItself() throws SQLException {
        change("UPDATE portal_state SET schedule_version = NULL");
        try {
            assertShutWithin("NO_SCHEDULE");
        } finally {
            change("UPDATE portal_state SET schedule_version = (SELECT max(version) FROM schedule_version)");
        }
        awaitOpen();
    }

    @Test
    void byAStateThatIsMissingIsShutAndOpensAgainByItself() throws SQLException {
        change("CREATE TABLE put_aside AS SELECT * FROM portal_state", "DELETE FROM portal_state");
        try {
            assertShutWithin("NO_TRUSTED_TIME");
        } finally {
            change("INSERT INTO portal_state SELECT * FROM put_aside", "DROP TABLE put_aside");
        }
        awaitOpen();
    }

    @Test
    void byAScheduleThatNobodyCanReadIsShutAndOpensAgainByItself() throws SQLException {
        change("UPDATE campaign SET zone = 'Nowhere/At_All'", "UPDATE booking_window SET closes_at = closes_at");
        try {
            assertShutWithin("NO_SCHEDULE");
        } finally {
            change("UPDATE campaign SET zone = 'Asia/Seoul'", "UPDATE booking_window SET closes_at = closes_at");
        }
        awaitOpen();
    }

    @Test
    void byAClockThatStepsIsShutAndOpensAgainByItself() throws SQLException {
        // Each look finds it hours or days from where the look before did.
        change("CREATE OR REPLACE FUNCTION public.portal_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE"
                + " AS 'SELECT clock_timestamp() + (SELECT clock_shift FROM public.demo)"
                + " + floor(random() * 1000) * interval ''600 seconds'''");
        try {
            assertShutWithin("NO_TRUSTED_TIME");
        } finally {
            change("UPDATE demo SET clock_shift = clock_shift");
        }
        awaitOpen();
    }

    @Test
    void byAGateThatThrowsIsShutAndOpensAgainByItself() throws IOException {
        Files.createFile(sign);
        try {
            awaitShut();
            assertTheTableOfUnknown();
        } finally {
            Files.delete(sign);
        }
        awaitOpen();
    }

    /** It publishes where that server is, and as whom it logs in, but no password; this server asks for none. */
    @Test
    void isFoundByACommandThatIsToldItsFolderAlone() {
        PortalJar.Ended status =
                PortalJar.run("status", "--data", portal.folder().toString());
        assertEquals(0, status.exitCode(), status::toString);
        assertTrue(status.output().matches("(?s).*\\bOPEN\\b.*"), status::toString);
    }

    private void assertShutWithin(String reason) {
        awaitShut();
        assertTheTableOfUnknown();
        RawResponse ready =
                RawRequest.of("GET", "/health/ready").sendTo(portal.published().managementUrl());
        assertAll(
                () -> assertEquals(200, ready.status()),
                () -> assertTrue(ready.body().contains(reason), ready::body),
                () -> assertTrue(ready.body().contains("\"UNKNOWN\""), ready::body),
                () -> assertEquals(0, Gauge.bookable(portal)));
    }

    private void awaitShut() {
        StoodStill.awaitWithin(
                SHUT_WITHIN,
                "both locks to shut",
                () -> get("/check-in").status() == 503 && isUnknown() && isUnknownToTheOuterLock());
    }

    /*
     * Each lock reads and judges by itself, at most a look apart. What is no door goes no further than the outer one:
     * not found while that one is open, shut as soon as it is shut.
     */
    private boolean isUnknownToTheOuterLock() {
        return get("/nothing-here").status() == 503;
    }

    /* A gate that throws leaves the notices alone, which then say what the schedule does. */
    private boolean isUnknown() {
        return Files.exists(sign) || get("/schedule.json").body().contains("\"status\":\"UNKNOWN\"");
    }

    private void assertTheTableOfUnknown() {
        Stream.of(Doors.CHECK_IN, Doors.BOOKING, Doors.LOOKUP, List.of("/nothing-here", "/reserve", "/reservation"))
                .flatMap(List::stream)
                .forEach(target -> assertClosed("UNKNOWN", target, get(target)));
        Doors.NOTICE.forEach(target -> assertEquals(200, get(target).status(), target));
        assertEquals(303, get("/reserve/done").status());
        Page receipt = booked.visitor().get("/reserve/done");
        assertEquals(code, receipt.text("reservationCode").orElse(""), receipt::toString);
    }

    private RawResponse get(String target) {
        return RawRequest.of("GET", target).sendTo(door);
    }

    private void change(String... statements) throws SQLException {
        try (Connection admin = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
                Statement statement = admin.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
