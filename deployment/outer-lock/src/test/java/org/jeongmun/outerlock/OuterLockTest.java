package org.jeongmun.outerlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.clock.ClockEstimate;
import org.jeongmun.clock.ClockSample;
import org.jeongmun.lock.reading.Knowledge;
import org.jeongmun.lock.reading.KnownSchedule;
import org.jeongmun.lock.reading.SteadyStatus;
import org.jeongmun.lock.route.Doors;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The outer lock")
class OuterLockTest {
    private static final Instant OPENS = Instant.parse("2021-07-14T11:00:00Z");
    private static final int PUBLIC = 8080;
    private static final int MANAGEMENT = 9090;

    private final KnownSchedule known = new KnownSchedule(() -> 0);
    private final Doors doors = Doors.of(
            List.of("/lookup/partner/v1/clinics"),
            Optional.of(Integer.toString(MANAGEMENT)),
            Optional.of("http://127.0.0.1:8080"),
            Optional.empty());
    private final DecisionCounts decisions = new DecisionCounts(doors.publicRoutes());
    private final OuterLock lock = lock(new SteadyStatus(known, () -> 0));

    @ParameterizedTest(name = "{0} s after the opening: {1} {2}")
    @CsvSource({
        "-60, /, 200",
        "-60, /schedule.json, 200",
        "-60, /reservation, 200",
        "-60, /check-in, 503",
        "-60, /reserve/clinic, 503",
        "-60, /clinics, 503",
        "-60, /lookup/partner/v1/clinics, 503",
        "-60, /second/hello.html, 503",
        "-60, /schedule.json/, 503",
        "60, /reserve/clinic, 200",
        "60, /lookup/partner/v1/clinics, 200",
        "60, /lookup/partner/v1/other, 404",
        "60, /second/hello.html, 404",
        "60, /health/live, 404",
        "7200, /reserve/clinic, 503",
        "7200, /second/hello.html, 503"
    })
    void appliesTheTableOfTheGateToWhateverIsBehindIt(long seconds, String target, int expected) {
        learnAt(OPENS.plusSeconds(seconds), false);

        Exchange exchange = send("GET", target);

        assertEquals(expected, exchange.status);
    }

    @Test
    void saysWhyAndUntilWhen() {
        learnAt(OPENS.minusSeconds(60), false);

        Exchange exchange = send("GET", "/reserve/clinic");

        assertEquals("NOT_YET_OPEN", exchange.headers.get("X-Portal-Gate"));
        assertEquals("no-store", exchange.headers.get("Cache-Control"));
        long wait = Long.parseLong(exchange.headers.get("Retry-After"));
        assertTrue(wait >= 60 && wait <= 61, () -> "Retry-After " + wait);
        assertEquals(Map.of("BOOKING NOT_YET_OPEN /reserve/clinic", 1L), decisions.refusals());
    }

    @Test
    void tellsProgramsWhatTheyCanRead() {
        learnAt(OPENS.minusSeconds(60), false);

        assertEquals(
                "application/problem+json", send("GET", "/lookup/x").headers.get("Content-Type"));
        Exchange head = send("HEAD", "/lookup/x");
        assertEquals("", head.body());
        assertFalse("0".equals(head.headers.get("Content-Length")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/reserve/clinic", "/second/hello.html", "/reservation"})
    void isShutWhileItKnowsNothing(String target) {
        assertEquals("UNKNOWN", send("GET", target).headers.get("X-Portal-Gate"));
    }

    @Test
    void isShutWhenItsClockBreaks() {
        learnAt(OPENS.plusSeconds(60), false);
        assertEquals(200, send("GET", "/reserve/clinic").status, "a witness");
        OuterLock broken = lock(new SteadyStatus(known, () -> {
            throw new IllegalStateException("a clock that fails, for the test");
        }));

        Exchange exchange = new Exchange("GET", "/reserve/clinic", PUBLIC, "localhost");

        assertFalse(broken.admits(exchange.request(), exchange.response(), false));
        assertEquals(503, exchange.status);
        assertEquals("UNKNOWN", exchange.headers.get("X-Portal-Gate"));
    }

    @Test
    void isShutWhenARequestCannotBeRead() {
        learnAt(OPENS.plusSeconds(60), false);
        Exchange exchange = new Exchange("GET", "/reserve/clinic", PUBLIC, null);

        assertFalse(lock.admits(exchange.request(), exchange.response(), false));
        assertEquals(503, exchange.status);
        assertEquals("UNKNOWN", exchange.headers.get("X-Portal-Gate"));
    }

    @Test
    void isShutDuringMaintenanceButForReceipts() {
        learnAt(OPENS.plusSeconds(60), true);

        assertEquals("MAINTENANCE", send("GET", "/reserve/clinic").headers.get("X-Portal-Gate"));
        assertEquals("MAINTENANCE", send("GET", "/second/").headers.get("X-Portal-Gate"));
        assertEquals(200, send("GET", "/reserve/done").status);
    }

    @Test
    void admitsNothingNewWhileThePortalEnds() {
        learnAt(OPENS.plusSeconds(60), false);

        lock.drain();

        Exchange exchange = send("GET", "/reserve/clinic");
        assertEquals("UNKNOWN", exchange.headers.get("X-Portal-Gate"));
        assertEquals("close", exchange.headers.get("Connection"));
    }

    @Test
    void knowsNoTargetThatCarriedParametersOrMeansAnotherHost() {
        learnAt(OPENS.plusSeconds(60), false);
        Exchange cut = new Exchange("GET", "/reserve/clinic", PUBLIC, "localhost");
        Exchange foreign = new Exchange("GET", "/reserve/clinic", PUBLIC, "evil.example");

        assertFalse(lock.admits(cut.request(), cut.response(), true));
        assertEquals(404, cut.status);
        assertFalse(lock.admits(foreign.request(), foreign.response(), false));
        assertEquals(404, foreign.status);
    }

    @ParameterizedTest(name = "{0} on port {1}")
    @CsvSource({
        "/, 8080",
        "/reserve/clinic, 8080",
        "/reservation, 8080",
        "/nothing, 8080",
        "/health/live, 9090",
        "/nothing, 9090"
    })
    void takesNoBodyWhoseEndIsNotTold(String target, int port) {
        for (long seconds : new long[] {-60, 60}) {
            learnAt(OPENS.plusSeconds(seconds), false);
            Exchange exchange = new Exchange("POST", target, port, "localhost");
            exchange.sent.put("Transfer-Encoding", "chunked");

            assertFalse(lock.admits(exchange.request(), exchange.response(), false));
            assertEquals(400, exchange.status);
            assertEquals("close", exchange.headers.get("Connection"));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"/health/ready, 200", "/metrics, 200", "/, 404", "/reserve/clinic, 404", "/second/hello.html, 404"})
    void letsOperatorsToTheirOwnDoorsAlone(String target, int expected) {
        Exchange exchange = new Exchange("GET", target, MANAGEMENT, "localhost");

        assertEquals(expected == 200, lock.admits(exchange.request(), exchange.response(), false));
        assertEquals(expected, exchange.status);
    }

    @Test
    void knowsNoDoorOfTheirsByATargetThatCarriedParameters() {
        Exchange cut = new Exchange("GET", "/metrics", MANAGEMENT, "localhost");

        assertFalse(lock.admits(cut.request(), cut.response(), true));
        assertEquals(404, cut.status);
    }

    private Exchange send(String method, String target) {
        Exchange exchange = new Exchange(method, target, PUBLIC, "localhost");
        boolean admitted = lock.admits(exchange.request(), exchange.response(), false);
        assertEquals(admitted, exchange.status == 200);
        return exchange;
    }

    private OuterLock lock(SteadyStatus steady) {
        return new OuterLock(doors, known, steady, decisions);
    }

    private void learnAt(Instant now, boolean maintenance) {
        ClockEstimate clock = ClockEstimate.none();
        for (int i = 3; i > 0; i--) {
            clock = clock.with(new ClockSample(-i, -i, now.minusNanos(i)));
        }
        known.learn(
                new Knowledge(clock, Optional.of(schedule()), maintenance, Optional.empty(), Optional.empty(), false));
    }

    private static OpeningSchedule schedule() {
        CohortId cohort = new CohortId("age-55-59");
        return new OpeningSchedule(
                new CampaignId("covid19-2021"),
                1,
                ZoneId.of("Asia/Seoul"),
                List.of(new Cohort(
                        cohort, new LocalizedText("가", "a"), new EligibilityRule("cohort-birth-year", Map.of()))),
                List.of(new BookingWindow(
                        new WindowId("w0714"),
                        cohort,
                        OPENS,
                        OPENS.plusSeconds(3600),
                        Optional.empty(),
                        Duration.ZERO,
                        Duration.ofMinutes(5))));
    }
}
