package org.jeongmun.acceptance.announced;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.schedule.PortalStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No server and no database: reader, plugins, schedule and entitlement as they are, over three months in seconds. */
@DisplayName("The schedules of July and August 2021")
class AnnouncedSchedulesIT {
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int PEOPLE = 4_000;
    private static final int FURTHER_MOMENTS = 120;

    private static Announced announced;

    private final Map<Instant, Map<LocalDate, Eligibility>> eligible = new HashMap<>();

    @BeforeAll
    static void read() {
        announced = new Announced();
    }

    @AfterAll
    static void close() {
        announced.close();
    }

    @ParameterizedTest(name = "{1}: born {0} is told {2}")
    @CsvSource(delimiter = '|', textBlock = """
            1964-03-15 | 2021-07-11T23:59:59 | NOT_YET_YOUR_TIME w0712
            1964-03-15 | 2021-07-12T00:00:00 | OPEN w0712
            1964-03-15 | 2021-07-12T15:30:00 | YOUR_TIME_IS_OVER
            1964-03-15 | 2021-07-14T09:59:59 | YOUR_TIME_IS_OVER
            1964-03-15 | 2021-07-14T10:00:00 | NOT_YET_YOUR_TIME w0714
            1964-03-15 | 2021-07-14T19:30:00 | NOT_YET_YOUR_TIME w0714
            1964-03-15 | 2021-07-14T20:00:00 | OPEN w0714
            1967-05-05 | 2021-07-14T20:00:00 | NOT_YET_YOUR_TIME w0719
            1967-05-05 | 2021-07-19T20:00:00 | OPEN w0719
            1969-01-01 | 2021-07-19T20:00:00 | NOT_YET_YOUR_TIME w0720
            1966-12-31 | 2021-07-19T20:00:00 | OPEN w0714
            1967-01-01 | 2021-07-20T01:59:59 | OPEN w0719
            1967-01-01 | 2021-07-20T02:00:00 | OPEN w0719
            1968-12-31 | 2021-07-20T06:00:00 | OPEN w0719
            1967-01-01 | 2021-07-20T17:59:59 | OPEN w0719
            1967-01-01 | 2021-07-20T18:00:00 | NOT_YET_YOUR_TIME w0721-fifties
            1971-12-31 | 2021-07-20T18:00:00 | NOT_YET_YOUR_TIME w0720
            1971-12-31 | 2021-07-20T20:00:00 | OPEN w0720
            1972-01-01 | 2021-07-20T20:00:00 | NOT_ELIGIBLE
            1962-01-01 | 2021-07-21T20:00:00 | OPEN w0714
            1967-01-01 | 2021-07-21T20:00:00 | OPEN w0721-fifties
            1967-01-01 | 2021-07-24T17:59:59 | OPEN w0721-fifties
            1967-01-01 | 2021-07-24T18:00:00 | YOUR_TIME_IS_OVER
            1967-01-01 | 2021-07-30T16:00:00 | NOT_ELIGIBLE
            1961-08-10 | 2021-07-12T00:00:00 | NOT_ELIGIBLE
            1961-08-10 | 2021-07-14T20:00:00 | NOT_ELIGIBLE
            1961-08-10 | 2021-07-20T02:00:00 | NOT_ELIGIBLE
            1961-08-10 | 2021-08-10T20:00:00 | NOT_ELIGIBLE
            1972-01-09 | 2021-08-09T19:59:59 | NOT_YET_YOUR_TIME rot-2021-08-09
            1972-01-09 | 2021-08-09T20:00:00 | OPEN rot-2021-08-09
            1990-06-30 | 2021-08-09T20:00:00 | NOT_YET_YOUR_TIME rot-2021-08-10
            1990-06-30 | 2021-08-10T19:00:00 | NOT_YET_YOUR_TIME rot-2021-08-10
            1990-06-30 | 2021-08-10T20:00:00 | OPEN rot-2021-08-10
            1990-07-31 | 2021-08-11T20:00:00 | OPEN rot-2021-08-11
            1984-02-29 | 2021-08-10T17:59:59 | OPEN rot-2021-08-09
            1984-02-29 | 2021-08-10T18:00:00 | NOT_YET_YOUR_TIME w0819
            2003-12-28 | 2021-08-18T20:00:00 | OPEN rot-2021-08-18
            2003-12-28 | 2021-08-19T18:00:00 | NOT_YET_YOUR_TIME w0820
            1985-12-31 | 2021-08-19T20:00:00 | OPEN w0819
            1986-01-01 | 2021-08-19T20:00:00 | NOT_YET_YOUR_TIME w0820
            1985-12-31 | 2021-08-20T18:00:00 | NOT_YET_YOUR_TIME w0821
            1986-01-01 | 2021-08-20T20:00:00 | OPEN w0820
            1972-01-01 | 2021-08-21T20:00:00 | OPEN w0821
            2003-12-31 | 2021-09-18T17:59:59 | OPEN w0821
            2003-12-31 | 2021-09-18T18:00:00 | YOUR_TIME_IS_OVER
            2004-01-01 | 2021-08-21T20:00:00 | NOT_ELIGIBLE
            """)
    void tellEachPersonTheTruth(LocalDate born, String moment, String answer) {
        assertEquals(answer, announced.answer(born, instant(moment)));
        assertEquals(answer, Oracle.answer(born.getYear(), born.getDayOfMonth(), moment));
    }

    @Test
    void tellThousandsWhatTheAnnouncementsSaidAtEveryTurn() {
        List<LocalDate> people = people();
        for (String moment : moments()) {
            Instant now = instant(moment);
            Announced.Version version = announced.inForceAt(now);
            Map<LocalDate, Eligibility> known = eligible.computeIfAbsent(version.appliedAt(), each -> new HashMap<>());
            for (LocalDate born : people) {
                Eligibility eligibility =
                        known.computeIfAbsent(born, each -> announced.eligibility(version.schedule(), each));
                assertEquals(
                        Oracle.answer(born.getYear(), born.getDayOfMonth(), moment),
                        Announced.told(eligibility, version.schedule(), now),
                        () -> "born " + born + " at " + moment);
            }
        }
    }

    @Test
    void areShutWheneverNobodyMayBook() {
        for (String moment : moments()) {
            Instant now = instant(moment);
            PortalStatus status = announced.inForceAt(now).schedule().statusAt(TimeBound.exactly(now));
            assertEquals(Oracle.isOpen(moment), status == PortalStatus.OPEN, () -> moment + " " + status);
        }
        for (int day = 9; day < 19; day++) {
            Instant seven = instant("2021-08-%02dT19:00:00".formatted(day));
            PortalStatus status = announced.inForceAt(seven).schedule().statusAt(TimeBound.exactly(seven));
            assertEquals(PortalStatus.NOT_YET_OPEN, status, seven::toString);
        }
    }

    @Test
    void giveEverybodyFrom18To49OneEveningOfTen() {
        var august = announced.versions().get(announced.versions().size() - 1).schedule();
        for (LocalDate born = LocalDate.of(1972, 1, 1); born.getYear() < 2004; born = born.plusDays(1)) {
            Eligibility eligibility = announced.eligibility(august, born);
            long evenings = august.windows().stream()
                    .filter(window -> window.id().value().startsWith("rot-"))
                    .filter(window -> eligibility.cohorts().contains(window.cohort()))
                    .count();
            assertEquals(1, evenings, born::toString);
        }
        assertTrue(announced
                .eligibility(august, LocalDate.of(1971, 12, 31))
                .cohorts()
                .isEmpty());
    }

    private static List<LocalDate> people() {
        SplittableRandom random = new SplittableRandom(20_210_809);
        List<LocalDate> people = new ArrayList<>(List.of(LocalDate.of(1961, 8, 10), LocalDate.of(1984, 2, 29)));
        for (int year = 1961; year < 2005; year++) {
            people.add(LocalDate.of(year, 1, 1));
            people.add(LocalDate.of(year, 12, 31));
        }
        LocalDate first = LocalDate.of(1955, 1, 1);
        while (people.size() < PEOPLE) {
            people.add(first.plusDays(random.nextInt(51 * 365)));
        }
        return people;
    }

    private static List<String> moments() {
        SplittableRandom random = new SplittableRandom(20_210_712);
        List<String> moments = new ArrayList<>();
        for (String turn : Oracle.turningPoints()) {
            for (int second = -1; second < 2; second++) {
                moments.add(TEXT.format(LocalDateTime.parse(turn).plusSeconds(second)));
            }
        }
        LocalDateTime first = LocalDateTime.of(2021, 7, 9, 10, 0);
        for (int i = 0; i < FURTHER_MOMENTS; i++) {
            moments.add(TEXT.format(first.plusSeconds(random.nextInt(75 * 86_400))));
        }
        return moments;
    }

    private static Instant instant(String moment) {
        return LocalDateTime.parse(moment).toInstant(KOREA);
    }
}
