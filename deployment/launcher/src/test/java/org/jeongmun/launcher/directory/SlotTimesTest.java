package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A time of a slot")
class SlotTimesTest {
    private final SlotTimes times = new SlotTimes(ZoneId.of("Asia/Seoul"));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2021-07-26T09:00+09:00, 2021-07-26T00:00:00Z",
        "2021-07-26T09:00:00+09:00, 2021-07-26T00:00:00Z",
        "2021-07-26T09:00+09, 2021-07-26T00:00:00Z",
        "2021-07-26T00:00Z, 2021-07-26T00:00:00Z",
        "2021-07-26T05:30+05:30, 2021-07-26T00:00:00Z",
        "2021-07-26T09:00, 2021-07-26T00:00:00Z",
        "2021-07-26T09:00:30, 2021-07-26T00:00:30Z",
        "2000-02-29T09:00, 2000-02-29T00:00:00Z"
    })
    void hasAnOffsetOrIsThatOfTheCampaign(String text, Instant expected) {
        assertEquals(Optional.of(expected), times.parse(text));
        assertEquals(Optional.of(expected), times.parse(text), "the same when it comes back");
    }

    @ParameterizedTest(name = "is never {0}")
    @ValueSource(
            strings = {
                "",
                "2021-07-26",
                "09:00",
                "2021-07-26 09:00",
                "26.07.2021T09:00",
                "2021-02-29T09:00",
                "2021-04-31T09:00",
                "2021-07-26T24:00",
                "2021-07-26T09:60",
                "2021-07-26T09:00:00.5",
                "2021-07-26T09:00+19:00",
                "2021-07-26T09:00+0900",
                "2021-07-26T09:00[Asia/Seoul]",
                "2021-07-26T09:00+09:00[Asia/Seoul]",
                "1999-12-31T09:00",
                "2200-01-01T09:00",
                "+999999999-12-31T09:00",
                "20210726T0900"
            })
    void isNothingElse(String text) {
        assertEquals(Optional.empty(), times.parse(text));
    }

    @ParameterizedTest(name = "in Berlin is not {0}, which {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-03-28T02:30   | does not exist in Europe/Berlin, where clocks go forward over it: correct it",
                "2021-10-31T02:30   | comes twice in Europe/Berlin, where clocks go back over it: write the one that is"
                        + " meant with its offset, +02:00 or +01:00",
                "2021-10-31T02:30Z0 | must be a time in whole seconds, 2000 to 2199, such as 2021-07-26T09:00+09:00 or"
                        + " 2021-07-26T09:00",
                "2021-10-31T02:30:00.5 | must be a time in whole seconds, 2000 to 2199, such as 2021-07-26T09:00+09:00 or"
                        + " 2021-07-26T09:00"
            })
    void isNotOneOfTwo(String text, String fault) {
        SlotTimes inBerlin = new SlotTimes(ZoneId.of("Europe/Berlin"));
        assertEquals(Optional.empty(), inBerlin.parse(text));
        assertEquals(fault, inBerlin.fault(text));
    }
}
