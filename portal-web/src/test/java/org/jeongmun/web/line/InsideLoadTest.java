package org.jeongmun.web.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jeongmun.waitingroom.AdmissionMoment.Health;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How requests inside fare")
class InsideLoadTest {
    private static final Duration QUICK = Duration.ofMillis(20);
    private static final Duration SLOW = Duration.ofMillis(1_001);

    private final AtomicLong nanos = new AtomicLong(-TimeUnit.SECONDS.toNanos(3));
    private final InsideLoad load = new InsideLoad(nanos::get);

    private void answer(int requests, Duration took, boolean failed) {
        for (int i = 0; i < requests; i++) {
            load.add(took, failed);
        }
    }

    @Test
    void isTakenForGoodWhereTooFewTellOfIt() {
        answer(19, SLOW, true);
        assertEquals(Health.GOOD, load.health());
        answer(1, QUICK, false);
        assertEquals(new Health(19 / 20.0, 19 / 20.0), load.health());
    }

    @Test
    void isWhatTheLastFiveSecondsSay() {
        answer(20, SLOW, false);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(4));
        answer(20, QUICK, true);
        assertEquals(new Health(0.5, 0.5), load.health());
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertEquals(new Health(1, 0), load.health());
        answer(20, QUICK, false);
        assertEquals(new Health(0.5, 0), load.health(), "a second that comes round again begins with nobody");
    }
}
