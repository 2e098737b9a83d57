package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Moving a window")
class WindowChangeTest {
    private static final OpeningSchedule SCHEDULE = CampaignText.read(CampaignText.withWindows(
                            "{ id: w1, cohort: old, opens: 2021-07-14T20:00, closes: 2021-07-20T18:00,"
                                    + " checkIn: 2021-07-14T19:00 }",
                            "{ id: w2, cohort: old, opens: 2021-07-24T20:00, closes: 2021-07-26T18:00 }",
                            "{ id: w3, cohort: young, opens: 2021-07-20T20:00, closes: 2021-07-26T18:00 }")
                    + "waitingRoom: { order: draw }\n")
            .schedule();

    @ParameterizedTest(name = "at {1} to {2} is refused: {3}")
    @CsvSource({
        "w1, 2021-07-14T11:00:00Z, 2021-07-15T11:00:00Z, Window w1 opened at",
        "w1, 2021-07-14T10:59:59Z, 2021-07-15T11:00:00Z, Window w1 opens within a second",
        "w1, 2021-07-14T09:00:00Z, 2021-07-14T11:00:00Z, Window w1 opens at",
        "w1, 2021-07-14T09:00:00Z, 2021-07-14T10:30:00Z, Window w1 opens at",
        "w1, 2021-07-14T09:00:00Z, 2021-07-20T09:00:00Z, Window w1 closes at",
        "nope, 2021-07-14T09:00:00Z, 2021-07-20T09:00:00Z, 'No window is called ''nope''. The windows are w1, w3, w2.'"
    })
    void laterCanBeTooLateOrTooFar(String id, Instant now, Instant opens, String refusal) {
        refused(refusal, WindowChange.postponed(SCHEDULE, id, opens, now));
    }

    @ParameterizedTest(name = "at {0} leaves check-in at {1}")
    @CsvSource({"2021-07-14T09:59:59Z, 2021-07-14T12:00:00Z", "2021-07-14T10:00:00Z, 2021-07-14T10:00:00Z"})
    void takesCheckInAlongUnlessItHasBegun(Instant now, Instant checkIn) {
        BookingWindow moved =
                changed("w1", WindowChange.postponed(SCHEDULE, "w1", Instant.parse("2021-07-14T13:00:00Z"), now));
        assertEquals(Optional.of(checkIn), moved.checkInAt());
        assertEquals(Instant.parse("2021-07-14T13:00:00Z"), moved.opensAt());
        assertEquals(Instant.parse("2021-07-20T09:00:00Z"), moved.closesAt());
    }

    @ParameterizedTest(name = "to close at {1} is refused: {2}")
    @CsvSource({
        "2021-07-14T11:00:00Z, 2021-07-20T09:00:00Z, Window w1 closes at",
        "2021-07-22T09:00:00Z, 2021-07-22T09:00:00Z, Window w1: Thu 2021-07-22 18:00:00 +09:00 is past",
        "2021-07-14T11:00:00Z, 2021-07-24T11:00:00.001Z, Window w1 would overlap window w2"
    })
    void cannotReachIntoThePastOrTheNextWindow(Instant now, Instant closes, String refusal) {
        refused(refusal, WindowChange.extended(SCHEDULE, "w1", closes, now));
    }

    @Test
    void toTheNextWindowOfTheCohortIsAsFarAsItGoes() {
        Instant next = Instant.parse("2021-07-24T11:00:00Z");
        Instant closed = Instant.parse("2021-07-21T00:00:00Z");
        assertEquals(
                next,
                changed("w1", WindowChange.extended(SCHEDULE, "w1", next, closed))
                        .closesAt());
    }

    private static BookingWindow changed(String id, WindowChange change) {
        OpeningSchedule schedule =
                assertInstanceOf(WindowChange.Changed.class, change).schedule();
        return schedule.window(new WindowId(id)).orElseThrow();
    }

    private static void refused(String beginning, WindowChange change) {
        String message = assertInstanceOf(WindowChange.Refused.class, change).message();
        assertTrue(message.startsWith(beginning), message);
    }
}
