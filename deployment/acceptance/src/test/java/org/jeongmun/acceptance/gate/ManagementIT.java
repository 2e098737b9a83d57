package org.jeongmun.acceptance.gate;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The management port")
@ExtendWith(SharedPortals.class)
class ManagementIT {
    private static final List<String> REHEARSED =
            List.of("/check-in", "/reserve/clinic", "/reserve/confirm", "/reserve/done", "/clinics");

    private final Portal before;
    private final Portal open;

    ManagementIT(@Serving(Stage.BEFORE_OPENING) Portal before, @Serving(Stage.OPEN) Portal open) {
        this.before = before;
        this.open = open;
    }

    static Stream<String> everyPublicUrl() {
        return Stream.of(Doors.NOTICE, Doors.CHECK_IN, Doors.BOOKING, Doors.LOOKUP, Doors.CARE)
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started", "/metrics", "/openapi"})
    void answersWhatThePublicPortDoesNot(String target) {
        assertEquals(200, get(before.published().managementUrl(), target).status());
        assertClosed("NOT_YET_OPEN", target, get(before.published().publicUrl(), target));
        assertEquals(200, get(open.published().managementUrl(), target).status());
        assertEquals(404, get(open.published().publicUrl(), target).status());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyPublicUrl")
    void hasNoPageOfTheCitizens(String target) {
        RawResponse answer = get(open.published().managementUrl(), target);
        assertTrue(answer.status() == 404 || answer.status() == 503, () -> target + " -> " + answer.status());
        assertFalse(answer.body().contains("<form"), answer::body);
        assertEquals(List.of(), answer.all("Set-Cookie"));
    }

    @Test
    void isReadyWhileTheGateIsIntactAndShut() {
        RawResponse ready = get(before.published().managementUrl(), "/health/ready");
        assertTrue(ready.body().contains("\"UP\""), ready::body);
    }

    @Test
    void exportsWhetherBookingWorks() {
        assertEquals(0, Gauge.bookable(before));
        Awaitility.await("a portal that is open, and has heard of its database of late")
                .atMost(Duration.ofSeconds(60))
                .until(() -> Gauge.bookable(open) == 1);
    }

    @Test
    void putsEachPageTogetherForNobodyBeforeAnOpening() throws SQLException {
        List<Double> playedBefore = REHEARSED.stream().map(this::played).toList();
        long rowsBefore = rows();
        REHEARSED.forEach(page -> {
            RawResponse answer = rehearse(before.published().managementUrl());
            assertTrue(answer.status() == 200 || answer.status() == 503, () -> "status " + answer.status());
            assertEquals("", answer.body());
        });
        assertEquals(rowsBefore, rows());
        assertEquals(
                playedBefore.stream().map(times -> times + 1).toList(),
                REHEARSED.stream().map(this::played).toList());
    }

    @Test
    void rehearsesNothingWhileOpenNorForTheCuriousNorForThePublic() {
        RawResponse curious = get(before.published().managementUrl(), "/desk/rehearsal");
        assertEquals(409, rehearse(open.published().managementUrl()).status());
        assertEquals(405, curious.status());
        assertFalse(curious.body().contains("<form"), curious::body);
        assertEquals(503, rehearse(before.published().publicUrl()).status());
    }

    private static RawResponse rehearse(URI base) {
        return RawRequest.of("HEAD", "/desk/rehearsal").sendTo(base);
    }

    private double played(String page) {
        return get(before.published().managementUrl(), "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("portal_rehearsed_total{") && line.contains('"' + page + '"'))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private long rows() throws SQLException {
        try (Connection connection = before.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "SELECT (SELECT count(*) FROM reservation) + (SELECT count(*) FROM line_ticket)")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static RawResponse get(URI base, String target) {
        return RawRequest.of("GET", target).sendTo(base);
    }
}
