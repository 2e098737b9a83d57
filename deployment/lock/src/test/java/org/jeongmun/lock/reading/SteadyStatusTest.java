package org.jeongmun.lock.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.clock.ClockEstimate;
import org.jeongmun.clock.ClockSample;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.WindowId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A steady status")
class SteadyStatusTest {
    private static final Instant OPENS = Instant.parse("2021-07-14T11:00:00Z");
    private static final Instant CLOSES = OPENS.plusSeconds(2);
    private static final long ENOUGH = 20_000;

    private long nanos;
    private final KnownSchedule known = new KnownSchedule(() -> nanos);
    private final SteadyStatus steady = new SteadyStatus(known, () -> nanos);

    @ParameterizedTest(name = "{0} µs after the opening is {1}")
    @CsvSource({
        "-1500000, NOT_YET_OPEN",
        "-1500, NOT_YET_OPEN",
        "-500, NOT_YET_OPEN",
        "2000, OPEN",
        "1998000, OPEN",
        "1999500, CLOSED",
        "2000000, CLOSED"
    })
    void isNeverMoreOpenThanTheMillisecondToCome(long micros, PortalStatus expected) {
        learnAt(OPENS.plusNanos(micros * 1_000));

        assertEquals(expected, steady.status());
    }

    @Test
    void isNotKeptBeyondItsMillisecond() {
        learnAt(OPENS.minusNanos(900_000));
        assertEquals(PortalStatus.NOT_YET_OPEN, steady.status());

        nanos += 2_000_000;

        assertEquals(PortalStatus.OPEN, steady.status());
    }

    @Test
    void isNotKeptWhenTheKnowledgeChanges() {
        learnAt(OPENS.plusSeconds(1));
        assertEquals(PortalStatus.OPEN, steady.status());
        Knowledge before = known.knowledge();

        known.learn(new Knowledge(before.clock(), before.schedule(), true, Optional.empty(), Optional.empty(), false));

        assertEquals(PortalStatus.MAINTENANCE, steady.status());
    }

    @Test
    void isUnknownWithoutScheduleOrTimeAndWhenTheTimeHasGoneStale() {
        assertEquals(PortalStatus.UNKNOWN, steady.status());
        learnAt(OPENS.plusMillis(1));
        assertEquals(PortalStatus.OPEN, steady.status(), "a witness");

        nanos += ClockEstimate.MAX_AGE.toNanos() + 1;

        assertEquals(PortalStatus.UNKNOWN, steady.status());
    }

    @Test
    void isReadWithoutAllocating() {
        learnAt(OPENS.minusSeconds(1));
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        readOften();

        long before = threads.getCurrentThreadAllocatedBytes();
        readOften();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(allocated < ENOUGH, () -> "%d bytes for %d readings".formatted(allocated, ENOUGH));
    }

    private void readOften() {
        for (int i = 0; i < ENOUGH; i++) {
            assertEquals(PortalStatus.NOT_YET_OPEN, steady.status());
        }
    }

    private void learnAt(Instant now) {
        ClockEstimate clock = ClockEstimate.none();
        for (int i = 3; i > 0; i--) {
            clock = clock.with(new ClockSample(nanos - i, nanos - i, now.minusNanos(i)));
        }
        known.learn(new Knowledge(clock, Optional.of(schedule()), false, Optional.empty(), Optional.empty(), false));
    }

    private static OpeningSchedule schedule() {
        CohortId cohort = new CohortId("age-55-59");
        LocalizedText label = new LocalizedText("가", "a");
        return new OpeningSchedule(
                new CampaignId("covid19-2021"),
                1,
                ZoneId.of("Asia/Seoul"),
                List.of(new Cohort(cohort, label, new EligibilityRule("cohort-birth-year", Map.of()))),
                List.of(new BookingWindow(
                        new WindowId("w0714"),
                        cohort,
                        OPENS,
                        CLOSES,
                        Optional.empty(),
                        Duration.ZERO,
                        Duration.ofMinutes(5))));
    }
}
