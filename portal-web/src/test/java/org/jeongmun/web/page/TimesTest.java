package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The time until which booking stays open")
class TimesTest {
    @ParameterizedTest(name = "at {0} with {1}: {2}")
    @CsvSource({
        "11, 10-12, 12",
        "11, 10-12 11-14, 14",
        "11, 10-14 11-12, 14",
        "11, 10-12 12-13, 13",
        "11, 10-12 13-14, 12",
        "11, 8-9 10-12, 12",
        "12, 10-12, 12"
    })
    void endsWhereNoWindowIsOpen(int now, String windows, int until) {
        List<BookingWindow> inOrder =
                Arrays.stream(windows.split(" ")).map(TimesTest::window).toList();

        assertEquals(at(until), Times.openUntil(at(now), inOrder));
    }

    private static BookingWindow window(String hours) {
        String[] ends = hours.split("-");
        return new BookingWindow(
                new WindowId("w" + ends[0]),
                new CohortId("c" + ends[0]),
                at(Integer.parseInt(ends[0])),
                at(Integer.parseInt(ends[1])),
                Optional.empty(),
                Duration.ZERO,
                Duration.ofMinutes(5));
    }

    private static Instant at(int hour) {
        return Instant.parse("2021-07-14T00:00:00Z").plus(Duration.ofHours(hour));
    }
}
