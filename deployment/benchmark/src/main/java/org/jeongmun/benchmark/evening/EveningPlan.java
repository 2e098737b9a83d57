package org.jeongmun.benchmark.evening;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How an evening is meant to go. It always opens at 20:00 of 14 July 2021.
 *
 * @param before how many people check in before the opening
 * @param after how many come after it, most of them at once
 * @param checkIn how long before the opening people may check in
 * @param open how long the window is open
 * @param rush how long people keep coming after the opening
 * @param admitPerSecond how many are let in each second
 * @param pause seconds that somebody looks at a page, on average
 * @param lookups of partners each second
 * @param attempts each second to get at a place by every other way
 * @param untilClosed whether it goes on to the end of the window, or ends with the last of its people
 */
public record EveningPlan(
        int before,
        int after,
        Duration checkIn,
        Duration open,
        Duration rush,
        int admitPerSecond,
        double pause,
        double lookups,
        double attempts,
        boolean untilClosed) {
    /** The campaign's name. */
    static final String CAMPAIGN = "evening";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final LocalDateTime OPENS = LocalDateTime.parse("2021-07-14T20:00");
    private static final String FILE = """
            campaign: %s
            zone: Asia/Seoul
            cohorts:
              - id: age-55-59
                label: { ko: "55~59세(1962~1966년생)", en: "Ages 55-59" }
                rule: cohort-birth-year
                with: { from: 1962, to: 1966 }
            windows:
              - { id: w0714, cohort: age-55-59, opens: %s, closes: %s, checkIn: %s, graceMinutes: 5, holdMinutes: 5 }
            waitingRoom: { order: draw, admitPerSecond: %d, maxInside: 40000, passMinutes: 15 }
            """;

    /** @return the campaign file of it */
    public String campaign() {
        return FILE.formatted(
                CAMPAIGN,
                SECONDS.format(OPENS),
                SECONDS.format(OPENS.plus(open)),
                SECONDS.format(OPENS.minus(checkIn)),
                admitPerSecond);
    }

    /** @return a moment before check-in begins, as {@code --demo-clock} takes it */
    public String clock(Duration beforeCheckIn) {
        return SECONDS.format(OPENS.minus(checkIn).minus(beforeCheckIn)) + "+09:00";
    }
}
