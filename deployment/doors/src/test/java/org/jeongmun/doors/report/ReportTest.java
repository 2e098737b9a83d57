package org.jeongmun.doors.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.jeongmun.doors.inventory.Door;
import org.jeongmun.doors.inventory.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A report")
class ReportTest {
    private static final OpenDoor OPEN = new OpenDoor(
            new Door(Door.Kind.SERVLET, "/leak", "servlet leak (Leak) on /leak"), 3, List.of("GET /leak: 200"));

    @Test
    void saysInOneLineThatAllIsShut() {
        Report report = report(61_632, List.of(), List.of());
        assertTrue(report.isAllShut());
        assertEquals("1,284 doors tried 61,632 ways: all shut", ReportText.verdict(report));
    }

    @Test
    void namesEveryDoorThatIsOpen() {
        Report report = report(61_632, List.of(OPEN), List.of(new Fault("socket 0.0.0.0:1", "nobody knows it")));
        assertFalse(report.isAllShut());
        String text = String.join("\n", ReportText.of(report));
        assertTrue(text.contains("OPEN  /leak (servlet leak (Leak) on /leak), in 3 ways:"), text);
        assertTrue(text.contains("OPEN  socket 0.0.0.0:1: nobody knows it"), text);
        assertTrue(text.endsWith("2 OPEN THAT MUST BE SHUT"), text);
        String json = ReportJson.of(report);
        assertTrue(json.contains("\"verdict\":\"OPEN\"") && json.contains("\"door\":\"/leak\""), json);
    }

    @Test
    void ofNothingThatWasShutProvesNothing() {
        assertFalse(report(0, List.of(), List.of()).isAllShut());
    }

    private static Report report(long shut, List<OpenDoor> open, List<Fault> faults) {
        return new Report(
                "A portal",
                List.of("NOT_YET_OPEN"),
                List.of("http at 127.0.0.1:1"),
                1_284,
                61_632,
                shut,
                List.of(),
                open,
                faults,
                List.of(),
                Duration.ofSeconds(1));
    }
}
