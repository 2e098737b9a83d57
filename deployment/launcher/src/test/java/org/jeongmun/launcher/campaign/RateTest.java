package org.jeongmun.launcher.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jeongmun.waitingroom.WaitingRoom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A waiting room")
class RateTest {
    @ParameterizedTest(name = "of {0}/s, {1} inside, {2} min lets {3} people in within {5}")
    @CsvSource({
        "200, 40000, 15, 40000, 44.4, 3 min 20 s",
        "200, 40000, 15, 80000, 44.4, 18 min 20 s",
        "10, 40000, 15, 36001, 10, 1 h 1 s",
        "200, 180000, 15, 1000000, 200, 1 h 23 min 20 s",
        "200, 40000, 15, 1, 44.4, 1 s"
    })
    void saysItsEffectiveRateAndDrainTime(
            int perSecond, int inside, int minutes, long people, String rate, String time) {
        WaitingRoom room = new WaitingRoom(WaitingRoom.Order.DRAW, perSecond, inside, minutes);
        String text = String.join(" ", Rate.lines(Optional.of(room), people, "places"));
        assertEquals("Effective rate: " + rate + " people", text.substring(0, text.indexOf(" per second")));
        assertEquals(time + ".", text.substring(text.indexOf("within ") + 7));
    }
}
