package org.jeongmun.web.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A node's share of the rate")
class EntryRateTest {
    private static final long ROOM = 1_000_000;

    private long now;
    private final EntryRate rate = new EntryRate(() -> now);

    @ParameterizedTest(name = "{0} a second: {1} at once while people wait")
    @CsvSource({"0.1, 1", "3, 1", "6, 2", "12, 4", "40, 4", "100, 10", "556, 55"})
    void savesForFewWhilePeopleWait(double share, long atOnce) {
        rate.set(share, true, ROOM);

        assertEquals(atOnce, takenAt(60));
    }

    @ParameterizedTest(name = "{0} a second: {1} at once while nobody waits")
    @CsvSource({"0.1, 1", "12, 12", "556, 556"})
    void savesForASecondWhileNobodyWaits(double share, long atOnce) {
        rate.set(share, false, ROOM);

        assertEquals(atOnce, takenAt(60));
    }

    @ParameterizedTest(name = "{0} a second, a crowd that asks all the time: at most {1} in any ten seconds")
    @CsvSource({"12, 124", "100, 1010", "556, 5616"})
    void letsNoMoreInOverTenSecondsThanTheShareAndWhatIsSaved(double share, long most) {
        rate.set(share, true, ROOM);
        takenAt(30);
        long entered = 0;
        for (double second = 30; second <= 40; second += 0.001) {
            entered += takenAt(second);
        }

        assertTrue(entered <= most, () -> "more than " + most + " came in");
        assertTrue(entered >= (long) (share * 9.9), "the share came in");
    }

    @Test
    void isUsedUpByPeopleWhoComeAtTheRateByChance() {
        double share = 12;
        rate.set(share, true, ROOM);
        SplittableRandom chance = new SplittableRandom(20210714);
        int came = 12_000;
        int entered = 0;
        double second = 0;
        for (int person = 0; person < came; person++) {
            second -= Math.log(1 - chance.nextDouble()) / share;
            entered += isTakenAt(second) ? 1 : 0;
        }

        // Of those who are sent away once nearly all get in at their next try; saving for one alone sends off a half.
        assertTrue(entered > came * 0.85, "at the first try came in " + entered);
    }

    @Test
    void hasNothingSavedUpAfterAStandstill() {
        rate.set(12, true, ROOM);
        now = seconds(10);
        rate.set(0, true, ROOM);
        assertFalse(isTakenAt(20));

        rate.set(12, true, ROOM);
        assertFalse(isTakenAt(20.05));
        assertTrue(isTakenAt(20.1));
    }

    @Test
    void letsNobodyInWhereThereIsNoRoom() {
        rate.set(12, true, 2);

        assertEquals(2, takenAt(60));
    }

    private boolean isTakenAt(double second) {
        now = seconds(second);
        return rate.take();
    }

    private long takenAt(double second) {
        long taken = 0;
        while (isTakenAt(second)) {
            taken++;
        }
        return taken;
    }

    private static long seconds(double seconds) {
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }
}
