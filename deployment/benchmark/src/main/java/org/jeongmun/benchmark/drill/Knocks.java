package org.jeongmun.benchmark.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Reply;
import org.jeongmun.benchmark.wire.Wire;

/** One request sent again and again by a plan, and what came back in each second around an opening. */
final class Knocks {
    private static final long SECOND = 1_000_000_000;
    private static final long LONGEST = 60_000_000;
    private static final long LAST_ANSWER_WITHIN = 30 * SECOND;

    private final Wire wire;
    private final byte[] request;
    private final long opensAt;
    private final int reach;
    private final List<Second> seconds = new ArrayList<>();
    private long countedFrom = Long.MIN_VALUE;
    private long next = System.nanoTime();
    private long underWay;
    private long early;
    private double firstOpen = Double.NaN;

    /** What came back for the requests that were meant to be sent in one second. */
    static final class Second {
        private final Histogram times = new Histogram(LONGEST, 3);
        private long asked;
        private long closed;
        private long open;

        long closed() {
            return closed;
        }

        long open() {
            return open;
        }

        /** @return what came back as neither, and what did not come back at all */
        long errors() {
            return asked - closed - open;
        }

        double ms(double percentile) {
            return times.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /** @param reach seconds before and after the opening that are counted */
    Knocks(Wire wire, byte[] request, long opensAt, int reach) {
        this.wire = wire;
        this.request = request.clone();
        this.opensAt = opensAt;
        this.reach = reach;
        for (int i = 0; i < 2 * reach; i++) {
            seconds.add(new Second());
        }
    }

    /** What is sent before that moment is not counted. */
    void forgetUntil(long nanos) {
        countedFrom = nanos;
    }

    /** Sends one request every so many nanoseconds until then, and waits for the last answers. */
    void every(double nanos, long until) {
        while (next < until) {
            while (next <= System.nanoTime() && next < until) {
                long meant = next;
                underWay++;
                secondOf(meant).ifPresent(second -> second.asked++);
                wire.ask(request, new Waiting(meant));
                next += (long) nanos;
            }
            wire.turn(Math.min(next, until));
        }
        long deadline = System.nanoTime() + LAST_ANSWER_WITHIN;
        while (underWay > 0 && System.nanoTime() < deadline) {
            wire.turn(deadline);
        }
    }

    private final class Waiting implements Reply {
        private final long meant;

        Waiting(long meant) {
            this.meant = meant;
        }

        @Override
        public void answered(Answer answer) {
            underWay--;
            long now = System.nanoTime();
            boolean open = answer.status() == 303;
            boolean closed =
                    answer.status() == 503 && !answer.header("X-Portal-Gate").isEmpty();
            if (!closed && now < opensAt) {
                early++;
            }
            if (open && Double.isNaN(firstOpen)) {
                firstOpen = (now - opensAt) / 1e6;
            }
            count(meant, now - meant, closed, open);
        }

        @Override
        public void failed(String reason) {
            underWay--;
            count(meant, System.nanoTime() - meant, false, false);
        }
    }

    private void count(long meant, long took, boolean closed, boolean open) {
        secondOf(meant).ifPresent(second -> {
            second.times.recordValue(Math.min(LONGEST, took / 1000));
            second.open += open ? 1 : 0;
            second.closed += closed ? 1 : 0;
        });
    }

    /** @return the second in which it was meant to be sent, if that one counts */
    private Optional<Second> secondOf(long meant) {
        int at = (int) Math.floorDiv(meant - opensAt, SECOND) + reach;
        return meant < countedFrom || at < 0 || at >= seconds.size() ? Optional.empty() : Optional.of(seconds.get(at));
    }

    Second second(int fromOpening) {
        return seconds.get(fromOpening + reach);
    }

    /** @return the 99th percentile in milliseconds of the last closed or the first open second, the longer one */
    double aroundTheOpening() {
        return Math.max(second(-1).ms(99), second(0).ms(99));
    }

    /** @return how many answers there were before the opening that are not the gate's */
    long early() {
        return early;
    }

    /** @return of the seconds that count */
    long errors() {
        return seconds.stream().mapToLong(Second::errors).sum();
    }

    /** @return how many answers came in the seconds that count */
    long answers() {
        return seconds.stream()
                .mapToLong(second -> second.times.getTotalCount())
                .sum();
    }

    /** @return how long after the opening the first request was let in */
    double firstOpenMillis() {
        return firstOpen;
    }

    List<double[]> points(double percentile) {
        List<double[]> points = new ArrayList<>();
        for (int at = 0; at < seconds.size(); at++) {
            points.add(new double[] {at, seconds.get(at).ms(percentile)});
        }
        return points;
    }
}
