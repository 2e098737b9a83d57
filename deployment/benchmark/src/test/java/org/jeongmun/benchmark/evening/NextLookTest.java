package org.jeongmun.benchmark.evening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jeongmun.benchmark.evening.NextLook.Does;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The next look at the line")
class NextLookTest {
    private static final double MIDDLE = 0.5;

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "OPEN, OPEN, NONE, LEAVE_SOLD_OUT",
        "CLOSED, CLOSED, NONE, LEAVE_CLOSED",
        "MAINTENANCE, OPEN, MANY, LOOK",
        "UNKNOWN, UNKNOWN, MANY, LOOK",
        "OPEN, OPEN, FEW, LOOK"
    })
    void dependsOnWhatThePortalSays(String portal, String window, String placesLeft, Does expected) {
        assertEquals(
                expected,
                NextLook.after(view(portal, window, placesLeft, -1, 0), 500, 0, MIDDLE)
                        .does());
    }

    @ParameterizedTest(name = "place {0} while {1} is served: {2} in {3} s")
    @CsvSource({
        "10, 10, ENTER, 0",
        "11, 10, LOOK_WHEN_DUE, 0.4",
        "110, 10, LOOK_WHEN_DUE, 10.3",
        "111, 10, LOOK, 5",
        "411, 10, LOOK, 10",
        "1000000, 10, LOOK, 600"
    })
    void comesAfterAQuarterOfTheWait(long place, long serving, Does does, double seconds) {
        NextLook next = NextLook.after(view("OPEN", "OPEN", "MANY", -60, serving), place, 0, MIDDLE);

        assertEquals(does, next.does());
        assertEquals(seconds, next.afterSeconds(), 0.001);
    }

    @ParameterizedTest(name = "by chance {0}: {1} s")
    @CsvSource({"0, 8", "1, 12"})
    void isAFifthMoreOrLess(double chance, double seconds) {
        assertEquals(
                seconds,
                NextLook.after(view("OPEN", "OPEN", "MANY", -60, 10), 411, 0, chance)
                        .afterSeconds(),
                0.001);
    }

    @ParameterizedTest(name = "{0} s before, by chance {1}: {2} s")
    @CsvSource({"100, 0, 100.4", "100, 1, 102.8", "2, 0, 2.4", "0.5, 1, 1.9", "-0.2, 1, 1.4", "2000, 0.5, 500"})
    void comesOnlyAfterTheOpeningInTheLastMinutes(double until, double chance, double seconds) {
        LineView before = view("CHECK_IN", "CHECK_IN", "MANY", until, 0);

        assertEquals(seconds, NextLook.after(before, 0, 0, chance).afterSeconds(), 0.001);
    }

    @ParameterizedTest(name = "after {0} of them")
    @CsvSource({"2, LOOK_WHEN_DUE, 0.4", "3, LOOK, 5"})
    void comesWhenTheTurnDoesButNotForeverInALineThatStands(int due, Does does, double seconds) {
        assertEquals(
                new NextLook(does, seconds), NextLook.after(view("OPEN", "OPEN", "MANY", -60, 10), 11, due, MIDDLE));
    }

    @Test
    void comesSoonWhileTheDrawIsNotTold() {
        assertEquals(new NextLook(Does.LOOK, 2), NextLook.after(view("OPEN", "OPEN", "MANY", -1, 0), 0, 0, MIDDLE));
    }

    @Test
    void readsWhatThePortalPublishes() {
        String document = """
                {"now":"2021-07-14T19:59:58.5+09:00","status":"CHECK_IN","windows":[{"id":"other"},{"id":"w0714",
                "status":"CHECK_IN","opensAt":"2021-07-14T20:00:00+09:00","nowServing":3,"reached":2,"admitPerSecond":40,
                "placesLeft":"MANY","draw":{"commitment":"sha256:00","seed":null,"finalSeed":null,"tickets":6000}}]}""";

        assertEquals(
                Optional.of(new LineView("CHECK_IN", "CHECK_IN", 1.5, 3, 2, 40, "MANY", true, Optional.empty(), 6_000)),
                LineView.read(document, "w0714"));
        assertEquals(Optional.empty(), LineView.read(document, "w9"));
        assertEquals(Optional.empty(), LineView.read("<html>", "w0714"));
    }

    private static LineView view(String portal, String window, String placesLeft, double until, long serving) {
        return new LineView(portal, window, until, serving, serving, 10, placesLeft, true, Optional.empty(), 6_000);
    }
}
