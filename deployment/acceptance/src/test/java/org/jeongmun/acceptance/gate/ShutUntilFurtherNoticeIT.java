package org.jeongmun.acceptance.gate;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertShut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** After the last window, and then in maintenance: nobody knows when the door opens again. */
@DisplayName("A door that is shut until further notice")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShutUntilFurtherNoticeIT {
    /* One door of each class that is shut, and what is none. */
    private static final List<String> SHUT = List.of(
            "/check-in", "/reserve/slot", "/clinics", "/lookup/clinic-lookup-portal/v1/clinics", "/nothing-here");

    private Portal portal;
    private URI door;
    private List<RawResponse> closed;
    private List<RawResponse> inMaintenance;

    @BeforeAll
    void knock() {
        portal = Portal.start(PortalPlan.demo("further-notice", "2021-07-25T00:00:00+09:00"));
        door = portal.published().publicUrl();
        closed = answers();
        PortalJar.Ended on = PortalJar.run(
                "maintenance",
                "on",
                "--reason",
                "a drill",
                "--data",
                portal.folder().toString());
        assertEquals(0, on.exitCode(), on::toString);
        // The two locks learn of it each by itself.
        Awaitility.await("both locks to know of the maintenance")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> answers().stream()
                        .allMatch(answer -> answer.header("X-Portal-Gate").equals(Optional.of("MAINTENANCE"))));
        inMaintenance = answers();
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    private List<RawResponse> answers() {
        return SHUT.stream()
                .map(target -> RawRequest.of("GET", target).sendTo(door))
                .toList();
    }

    private static void assertAskedBackInAMinute(String state, List<RawResponse> answers) {
        for (RawResponse answer : answers) {
            assertShut(state, "a shut door", answer);
            assertEquals(Optional.of("60"), answer.header("Retry-After"), answer::toString);
        }
    }

    @Test
    void asksBackInAMinuteAfterTheLastWindow() {
        assertAskedBackInAMinute("CLOSED", closed);
    }

    @Test
    void asksBackInAMinuteInMaintenance() {
        assertAskedBackInAMinute("MAINTENANCE", inMaintenance);
    }
}
