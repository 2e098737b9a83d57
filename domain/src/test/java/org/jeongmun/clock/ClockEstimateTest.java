package org.jeongmun.clock;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The monotonic clock passes its largest number in the midst of these, as it may on any machine. */
@DisplayName("What a node believes of the database's clock")
class ClockEstimateTest {
    private static final Instant OPENS = Instant.parse("2021-07-14T11:00:00Z");
    private static final long ANSWERED = Long.MAX_VALUE - 200_000_000;
    private static final Duration APART = Duration.ofMillis(250);
    private static final double PARTS_PER_MILLION = 200;
    /** The drift is counted in whole milliseconds, rounded up. */
    private static final Duration ROUNDED = Duration.ofNanos(200);

    @ParameterizedTest(name = "a round trip of {0} ms")
    @ValueSource(longs = {0, 1, 900, 1_000})
    void isAsWideAsTheRoundTripWhereverInItTheClockWasRead(long millis) {
        Duration roundTrip = Duration.ofMillis(millis);

        TimeBound bound = believed(roundTrip, OPENS).at(ANSWERED).orElseThrow();

        assertAll(
                () -> assertFalse(bound.earliest().isAfter(OPENS), "read just before the answer: it is not later yet"),
                () -> assertFalse(bound.latest().isBefore(OPENS.plus(roundTrip)), "read just after the question"),
                () -> assertWidth(roundTrip, roundTrip, bound));
    }

    @ParameterizedTest(name = "a round trip of {0} ms, {1} ms ago")
    @CsvSource({"0, 1", "1, 250", "900, 2999", "1000, 3000"})
    void widensWithAgeByAsMuchAsClocksMayDrift(long millis, long since) {
        Duration roundTrip = Duration.ofMillis(millis);
        Duration age = Duration.ofMillis(since);
        Duration slow = age.minus(drift(age));
        Duration fast = roundTrip.plus(age).plus(drift(roundTrip.plus(age)));

        TimeBound bound =
                believed(roundTrip, OPENS).at(ANSWERED + age.toNanos()).orElseThrow();

        assertAll(
                () -> assertFalse(bound.earliest().isAfter(OPENS.plus(slow)), "this node's clock ran fast"),
                () -> assertFalse(bound.latest().isBefore(OPENS.plus(fast)), "this node's clock ran slow"),
                () -> assertWidth(roundTrip, roundTrip.plus(age), bound));
    }

    @Test
    void isNothingBeforeThreeSamplesThatAgree() {
        ClockSample sample = sample(ANSWERED, Duration.ZERO, OPENS);

        assertEquals(Optional.empty(), ClockEstimate.none().at(ANSWERED));
        assertEquals(Optional.empty(), ClockEstimate.none().with(sample).at(ANSWERED));
        assertEquals(
                Optional.empty(), ClockEstimate.none().with(sample).with(sample).at(ANSWERED));
        assertTrue(ClockEstimate.none()
                .with(sample)
                .with(sample)
                .with(sample)
                .at(ANSWERED)
                .isPresent());
    }

    @Test
    void isNothingByRoundTripsThatAreTooLong() {
        Duration tooLong = Duration.ofMillis(1_001);

        assertEquals(Optional.empty(), believed(tooLong, OPENS).at(ANSWERED));
    }

    @Test
    void isWhatItWasAfterARoundTripThatIsTooLong() {
        ClockEstimate before = believed(Duration.ofMillis(1), OPENS);
        long later = ANSWERED + APART.toNanos();

        ClockEstimate after = before.with(sample(later, Duration.ofMillis(1_001), OPENS.plusSeconds(3_600)));

        assertEquals(before.at(later), after.at(later));
    }

    @Test
    void endsWithTheAgeOfItsLastSample() {
        ClockEstimate belief = believed(Duration.ZERO, OPENS);
        long last = ANSWERED + ClockEstimate.MAX_AGE.toNanos();

        assertTrue(belief.at(last).isPresent());
        assertEquals(Optional.empty(), belief.at(last + 1));
    }

    @Test
    void startsAnewAfterASilence() {
        long later = ANSWERED + ClockEstimate.MAX_AGE.toNanos() + 1;
        ClockEstimate again =
                believed(Duration.ZERO, OPENS).with(sample(later, Duration.ZERO, OPENS.plus(ClockEstimate.MAX_AGE)));

        assertEquals(Optional.empty(), again.at(later));
    }

    @ParameterizedTest(name = "by {0} ms where a round trip takes {1} ms")
    @CsvSource({"1, 0", "-1, 0", "1005, 1000", "-1005, 1000", "3600000, 1", "-3600000, 1"})
    void startsAnewWhenTheDatabasesClockStepped(long step, long millis) {
        Duration roundTrip = Duration.ofMillis(millis);
        ClockEstimate belief = believed(roundTrip, OPENS);
        for (long nth = 1; nth <= 3; nth++) {
            Duration since = APART.multipliedBy(nth);
            long now = ANSWERED + since.toNanos();
            belief = belief.with(sample(now, roundTrip, OPENS.plus(since).plusMillis(step)));
            assertEquals(nth == 3, belief.at(now).isPresent(), "after sample " + nth);
        }
        TimeBound bound = belief.at(ANSWERED + APART.multipliedBy(3).toNanos()).orElseThrow();
        assertWidth(roundTrip, roundTrip, bound);
        assertFalse(bound.earliest().isAfter(OPENS.plus(APART.multipliedBy(3)).plusMillis(step)), "the new clock");
    }

    @ParameterizedTest(name = "by {0} ms where a round trip takes {1} ms")
    @CsvSource({"0, 0", "1, 1", "-1, 1", "1000, 1000", "-1000, 1000"})
    void goesOnWhereTheRoundTripsExplainTheDifference(long difference, long millis) {
        Duration roundTrip = Duration.ofMillis(millis);
        long later = ANSWERED + APART.toNanos();

        ClockEstimate belief = believed(roundTrip, OPENS)
                .with(sample(later, roundTrip, OPENS.plus(APART).plusMillis(difference)));

        assertTrue(belief.at(later).isPresent());
    }

    @Test
    void isAskedByNoAnswerThatCameBeforeItsQuestion() {
        assertThrows(IllegalArgumentException.class, () -> new ClockSample(ANSWERED, ANSWERED - 1, OPENS));
    }

    /* The last of three was answered at ANSWERED; the database had said OPENS. */
    private static ClockEstimate believed(Duration roundTrip, Instant said) {
        ClockEstimate belief = ClockEstimate.none();
        for (Duration before : List.of(APART.multipliedBy(2), APART, Duration.ZERO)) {
            belief = belief.with(sample(ANSWERED - before.toNanos(), roundTrip, said.minus(before)));
        }
        return belief;
    }

    private static ClockSample sample(long answered, Duration roundTrip, Instant said) {
        return new ClockSample(answered - roundTrip.toNanos(), answered, said);
    }

    private static Duration drift(Duration since) {
        return Duration.ofNanos((long) (since.toNanos() * PARTS_PER_MILLION / 1_000_000));
    }

    /* Neither narrower than the round trip and what clocks may drift in that time, nor wider. */
    private static void assertWidth(Duration roundTrip, Duration sinceQuestion, TimeBound bound) {
        Duration width = Duration.between(bound.earliest(), bound.latest());
        Duration least = roundTrip.plus(drift(sinceQuestion).multipliedBy(2));
        Duration most = least.plus(ROUNDED.multipliedBy(2));
        assertTrue(width.compareTo(least) >= 0 && width.compareTo(most) <= 0, () -> width + " for " + roundTrip);
    }
}
