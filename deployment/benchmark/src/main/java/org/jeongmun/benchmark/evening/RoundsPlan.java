package org.jeongmun.benchmark.evening;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A campaign with one booking window after the other, the first of which opens at 20:00 of 14 July 2021. Each has a
 * line of its own, so that nobody stands before a crowd that is still there from the round before.
 *
 * @param lengths of the windows
 * @param gap between two
 * @param admitPerSecond how many are let in each second
 */
public record RoundsPlan(List<Duration> lengths, Duration gap, int admitPerSecond) {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final LocalDateTime FIRST = LocalDateTime.parse("2021-07-14T20:00");
    private static final String FILE = """
            campaign: rounds
            zone: Asia/Seoul
            cohorts:
              - id: age-55-59
                label: { ko: "55~59세(1962~1966년생)", en: "Ages 55-59" }
                rule: cohort-birth-year
                with: { from: 1962, to: 1966 }
            windows:
            %s
            waitingRoom: { order: arrival, admitPerSecond: %d, maxInside: 40000, passMinutes: 15 }
            """;
    private static final String WINDOW =
            "  - { id: w%02d, cohort: age-55-59, opens: %s, closes: %s, graceMinutes: 0, holdMinutes: 5 }";

    /** @return the campaign file of it */
    public String campaign() {
        return FILE.formatted(
                IntStream.range(0, lengths.size()).mapToObj(this::window).collect(Collectors.joining("\n")),
                admitPerSecond);
    }

    private String window(int at) {
        LocalDateTime opens = FIRST;
        for (Duration earlier : lengths.subList(0, at)) {
            opens = opens.plus(earlier).plus(gap);
        }
        return WINDOW.formatted(at, SECONDS.format(opens), SECONDS.format(opens.plus(lengths.get(at))));
    }

    /** @return a moment before the first opening, as {@code --demo-clock} takes it */
    public String clock(Duration before) {
        return SECONDS.format(FIRST.minus(before)) + "+09:00";
    }
}
