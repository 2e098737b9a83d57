package org.jeongmun.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is left for the people of a window")
class PlacesByWindowTest {
    private static final Instant NOON = Instant.parse("2021-07-14T12:00:00Z");
    private static final PlacesByWindow NOT_KNOWN = window -> Optional.empty();

    @ParameterizedTest(name = "{0} places: {1}")
    @CsvSource({"0, true", "1, false"})
    void isNothingWhereNoPlaceIsFree(long free, boolean nothing) {
        PlacesByWindow places = window -> Optional.of(new Remaining(false, free, Optional.empty()));

        assertEquals(nothing, places.hasNothingLeft(new WindowId("w")));
    }

    @Test
    void isNotNothingWhileItIsNotKnown() {
        assertEquals(false, NOT_KNOWN.hasNothingLeft(new WindowId("w")));
        assertEquals(Optional.empty(), NOT_KNOWN.nextRelease(List.of(window("w", 10, 14)), NOON));
    }

    @Test
    void isReleasedNextForTheOpenWindowThatIsFirstToSeeMore() {
        Map<String, Instant> releases = Map.of("late", hour(15), "early", hour(13), "shut", hour(15), "past", hour(11));
        PlacesByWindow places =
                window -> Optional.of(new Remaining(true, 0, Optional.ofNullable(releases.get(window.value()))));

        assertEquals(Optional.of(hour(13)), next(places, window("late", 10, 20), window("early", 10, 14)));
        assertEquals(Optional.empty(), next(places, window("early", 10, 13)), "none that it does not live to see");
        assertEquals(Optional.empty(), next(places, window("shut", 13, 20), window("past", 10, 20)));
        assertEquals(Optional.empty(), next(places, window("none", 10, 20)));
    }

    private static Optional<Instant> next(PlacesByWindow places, BookingWindow... windows) {
        return places.nextRelease(Arrays.asList(windows), NOON);
    }

    private static BookingWindow window(String id, int opens, int closes) {
        return new BookingWindow(
                new WindowId(id),
                new CohortId("age-55-59"),
                hour(opens),
                hour(closes),
                Optional.empty(),
                Duration.ZERO,
                Duration.ofMinutes(5));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2021-07-14T%02d:00:00Z".formatted(hour));
    }
}
