package org.jeongmun.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lots of a pool")
class LotsTest {
    private static final Instant FIRST_DAY = Instant.parse("2021-08-09T11:00:00Z");
    private static final PoolId ID = new PoolId("p");
    private static final CohortId COHORT = new CohortId("age-18-49");

    @Test
    void areTheReleaseItselfWhereNoWindowHasAPart() {
        Pool pool = pool(new Release(FIRST_DAY, 1_850_000));

        List<Lot> lots = Lots.of(pool, supply(pool, false, false), days(10), List.of());

        assertEquals(1, lots.size());
        assertEquals(1_850_000, lots.get(0).places());
        assertEquals(FIRST_DAY, lots.get(0).effectiveAt());
        assertEquals(Optional.empty(), lots.get(0).owner());
    }

    @Test
    void areOneForEachDayFromItsOpeningOn() {
        Pool pool = pool(new Release(FIRST_DAY.minus(3, ChronoUnit.DAYS), 1_003));

        List<Lot> apart = Lots.of(pool, supply(pool, true, false), days(10), List.of());
        List<Lot> together = Lots.of(pool, supply(pool, true, true), days(10), List.of());

        assertEquals(1_003, apart.stream().mapToLong(Lot::places).sum());
        assertEquals(List.of(101L, 101L, 101L, 100L, 100L, 100L, 100L, 100L, 100L, 100L), places(apart));
        assertEquals(places(apart), places(together));
        assertEquals(Optional.of(new WindowId("d3")), apart.get(3).owner());
        assertTrue(together.stream().allMatch(lot -> lot.owner().isEmpty()));
        assertEquals(FIRST_DAY.plus(3, ChronoUnit.DAYS), together.get(3).effectiveAt());
    }

    @Test
    void ofALaterReleaseGoToTheDaysThatAreLeft() {
        Instant fifth = FIRST_DAY.plus(5, ChronoUnit.DAYS).plusSeconds(60);
        Pool pool = pool(new Release(fifth, 500));

        List<Lot> lots = Lots.of(pool, supply(pool, true, true), days(10), List.of());

        assertEquals(List.of(100L, 100L, 100L, 100L, 100L), places(lots));
        assertEquals(fifth, lots.get(0).effectiveAt());
        assertEquals(FIRST_DAY.plus(6, ChronoUnit.DAYS), lots.get(1).effectiveAt());
    }

    @Test
    void thatHaveTakenEffectStayAndTheRestIsDividedAgain() {
        Pool pool = pool(new Release(FIRST_DAY, 1_000));
        List<Lot> before = Lots.of(pool, supply(pool, true, true), days(10), List.of());

        List<Lot> after = Lots.of(pool, supply(pool, true, true), days(8), before.subList(0, 2));

        assertEquals(1_000, after.stream().mapToLong(Lot::places).sum());
        assertEquals(before.subList(0, 2), after.subList(0, 2));
        assertEquals(List.of(134L, 134L, 133L, 133L, 133L, 133L), places(after.subList(2, 8)));
    }

    @Test
    void areDividedByProvinceAsTheReleaseSays() {
        Pool pool = pool(new Release(FIRST_DAY, 30, new TreeMap<>(Map.of("서울특별시", 20L, "제주특별자치도", 10L))));

        List<Lot> lots = Lots.of(pool, supply(pool, false, false), days(2), List.of());

        assertEquals(List.of(20L, 10L), places(lots));
        assertEquals(Optional.of("서울특별시"), lots.get(0).key().sido());
    }

    private static List<Long> places(List<Lot> lots) {
        return lots.stream().map(Lot::places).toList();
    }

    private static Pool pool(Release... releases) {
        return new Pool(ID, Optional.empty(), Optional.empty(), List.of(releases));
    }

    private static Supply supply(Pool pool, boolean perDay, boolean carryOver) {
        List<PoolUse> uses = IntStream.range(0, 10)
                .mapToObj(day -> new PoolUse(new WindowId("d" + day), ID, perDay, carryOver))
                .toList();
        return new Supply(List.of(), List.of(pool), uses);
    }

    private static OpeningSchedule days(int count) {
        List<BookingWindow> windows = IntStream.range(0, count)
                .mapToObj(day -> new BookingWindow(
                        new WindowId("d" + day),
                        COHORT,
                        FIRST_DAY.plus(day, ChronoUnit.DAYS),
                        FIRST_DAY.plus(day, ChronoUnit.DAYS).plus(22, ChronoUnit.HOURS),
                        Optional.empty(),
                        Duration.ZERO,
                        Duration.ofMinutes(5)))
                .toList();
        return new OpeningSchedule(
                new CampaignId("august"),
                1,
                ZoneId.of("Asia/Seoul"),
                List.of(new Cohort(
                        COHORT, new LocalizedText("가", "A"), new EligibilityRule("cohort-birth-year", Map.of()))),
                windows);
    }
}
