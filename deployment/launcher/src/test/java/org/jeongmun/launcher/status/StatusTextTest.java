package org.jeongmun.launcher.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The status")
class StatusTextTest {
    private static final Instant OPENS = Instant.parse("2021-07-14T11:00:00Z");
    private static final OpeningSchedule SCHEDULE = new OpeningSchedule(
            new CampaignId("c"),
            3,
            ZoneId.of("Asia/Seoul"),
            List.of(new Cohort(new CohortId("old"), new LocalizedText("가", "A"), new EligibilityRule("r", Map.of()))),
            List.of(new BookingWindow(
                    new WindowId("w1"),
                    new CohortId("old"),
                    OPENS,
                    OPENS.plusSeconds(60),
                    Optional.empty(),
                    Duration.ZERO,
                    Duration.ofMinutes(5))));

    @Test
    void isAlignedAndWhole() {
        DeskRows desk = new DeskRows(
                Optional.of(
                        new DeskRows.Maintenance(OPENS, "a drill", Optional.of(OPENS.plusSeconds(600)), "ops", "kim")),
                Optional.of(new LocalizedText("가", "A")),
                Map.of("BOOKING NOT_YET_OPEN", 1_200L, "LOOKUP NOT_YET_OPEN", 34L),
                List.of(new DeskRows.Node("web1:9090", "MAINTENANCE", 1)));
        Snapshot snapshot = new Snapshot(
                Optional.of(OPENS),
                Optional.of(SCHEDULE),
                Optional.of("a drill"),
                true,
                Map.of("HELD", 2L),
                1_000,
                desk,
                List.of());
        assertEquals(
                List.of(
                        "Phase         MAINTENANCE (a drill)",
                        "Portal clock  Wed 2021-07-14 20:00:00 +09:00 (demo)",
                        "Schedule      version 3 of campaign c",
                        "Maintenance   since Wed 2021-07-14 20:00:00 +09:00 by ops, changed last by kim: a drill; next"
                                + " notice Wed 2021-07-14 20:10:00 +09:00",
                        "Announcement  가 / A",
                        "Bookings      2 held, 0 confirmed, 0 cancelled, 0 expired",
                        "Places left   1,000",
                        "Waiting       no waiting room",
                        "Refusals      portal not running",
                        "Refused today 1,234 by all nodes: BOOKING NOT_YET_OPEN 1,200, LOOKUP NOT_YET_OPEN 34",
                        "Nodes         web1:9090 MAINTENANCE (1 s ago)",
                        "",
                        "Window  Cohort  Status  Opens                           Closes                          Check-in",
                        "w1      old     OPEN    Wed 2021-07-14 20:00:00 +09:00  Wed 2021-07-14 20:01:00 +09:00"
                                + "  with the opening"),
                StatusText.of(snapshot, "portal not running"));
    }

    @Test
    void saysThatNobodyServesAndWhoAloneShutThePortal() {
        DeskRows desk = new DeskRows(
                Optional.of(new DeskRows.Maintenance(OPENS, "a drill", Optional.empty(), "ops", "ops")),
                Optional.empty(),
                Map.of(),
                List.of());
        Snapshot open = new Snapshot(
                Optional.of(OPENS), Optional.of(SCHEDULE), Optional.empty(), true, Map.of(), 1, desk, List.of());
        List<String> lines = StatusText.of(open, "portal not running");
        assertEquals("Phase         OPEN; no node serves now", lines.get(0));
        assertEquals("Maintenance   since Wed 2021-07-14 20:00:00 +09:00 by ops: a drill", lines.get(3));
        assertEquals("Nodes         none within the last minute", lines.get(10));
    }

    @Test
    void tellsHowEachLineMoves() {
        WaitingLine line =
                new WaitingLine("w1", "draw", 1_850_000, true, 12_300, 187.5, "200 per second, 40000 inside", 77);
        assertEquals(
                "w1: 1,837,700 of 1,850,000 wait, place 12,300 served, 187.5 per second now"
                        + " (set to 200 per second, 40000 inside), 77 inside, by draw (drawn)",
                line.shown());
    }

    @Test
    void isTheLeastOpenThatIsTrue() {
        assertEquals(PortalStatus.UNKNOWN, snapshot(Optional.empty(), Optional.empty(), 1));
        assertEquals(PortalStatus.MAINTENANCE, snapshot(Optional.of(OPENS), Optional.of("x"), 1));
        assertEquals(PortalStatus.SOLD_OUT, snapshot(Optional.of(OPENS), Optional.empty(), 0));
        assertEquals(PortalStatus.NOT_YET_OPEN, snapshot(Optional.of(OPENS.minusNanos(1)), Optional.empty(), 0));
    }

    private static PortalStatus snapshot(Optional<Instant> now, Optional<String> maintenance, long places) {
        DeskRows desk = new DeskRows(Optional.empty(), Optional.empty(), Map.of(), List.of());
        return new Snapshot(now, Optional.of(SCHEDULE), maintenance, false, Map.of(), places, desk, List.of()).phase();
    }

    @Test
    void addsTheRefusalsUp() {
        String metrics = """
                # TYPE portal_gate_refusals_total counter
                portal_gate_refusals_total{class="BOOKING",mp_scope="application",state="NOT_YET_OPEN"} 1200.0
                portal_gate_refusals_total{class="LOOKUP",mp_scope="application",state="NOT_YET_OPEN"} 34.0
                portal_gate_refusals_total{class="NONE",mp_scope="application",state="CLOSED"} 1.0
                portal_gate_refusals_total{class="CARE",mp_scope="application",state="UNKNOWN"} 0.0
                """;
        assertEquals("1,235 since the portal started: CLOSED 1, NOT_YET_OPEN 1,234", RunningPortal.told(metrics));
        assertEquals("0 since the portal started", RunningPortal.told(""));
    }
}
