package org.jeongmun.benchmark.visit;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Reply;
import org.jeongmun.benchmark.wire.Wire;

/** A number of requests that is known beforehand, so many of them under way at any time. */
public final class Repeated {
    private static final long LONGEST = Duration.ofSeconds(60).toNanos() / 1_000;
    private static final long LOOK = Duration.ofMillis(100).toNanos();

    private final Wire wire;
    private final int atOnce;
    private final String expected;
    private final Histogram times = new Histogram(LONGEST, 3);
    private int begun;
    private int ended;
    private String wrong = "";
    private Answer last;

    /** @param expected the outcome that each answer must have, such as {@code 200} */
    public Repeated(Wire wire, int atOnce, String expected) {
        this.wire = wire;
        this.atOnce = atOnce;
        this.expected = expected;
    }

    /**
     * Asks, and waits for the last answer.
     *
     * @param request the bytes of each by its number, from 0
     * @return how long they took, in microseconds
     * @throws IOException when an answer was another one than expected
     */
    public Histogram ask(int count, IntFunction<byte[]> request) throws IOException {
        // Finds out first which connections the portal has closed in the time since.
        wire.turn(System.nanoTime());
        while (ended < count && wrong.isEmpty()) {
            while (begun < count && begun - ended < atOnce) {
                wire.ask(request.apply(begun++), new Waiting());
            }
            wire.turn(System.nanoTime() + LOOK);
        }
        if (!wrong.isEmpty()) {
            throw new IOException("Expected " + expected + " and was told: " + wrong);
        }
        return times;
    }

    /** @return the answer that came last */
    public Answer last() {
        return last;
    }

    private final class Waiting implements Reply {
        private final long askedAt = System.nanoTime();

        @Override
        public void answered(Answer answer) {
            ended++;
            last = answer;
            times.recordValue(Math.min(LONGEST, (System.nanoTime() - askedAt) / 1_000));
            if (!answer.outcome().equals(expected)) {
                wrong = answer.outcome();
            }
        }

        @Override
        public void failed(String reason) {
            ended++;
            wrong = reason;
        }
    }
}
