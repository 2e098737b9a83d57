package org.jeongmun.benchmark.drill;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.visit.Chronicle;
import org.jeongmun.benchmark.visit.Stage;

/** How the visitors of one round fared. Times are in microseconds, up to two minutes. */
final class Tally implements Chronicle {
    private static final long LONGEST = 120_000_000;
    private static final int DIGITS = 3;

    private final Ledger ledger;
    private final Histogram whole = new Histogram(LONGEST, DIGITS);
    private final Map<Stage, Histogram> stages = new EnumMap<>(Stage.class);
    private final Map<String, Long> losses = new TreeMap<>();
    private long begun;
    private long arrived;

    Tally(Ledger ledger) {
        this.ledger = ledger;
        for (Stage stage : Stage.values()) {
            stages.put(stage, new Histogram(LONGEST, DIGITS));
        }
    }

    void begins() {
        begun++;
    }

    @Override
    public void took(Stage stage, long nanos) {
        record(stages.get(stage), nanos);
    }

    @Override
    public void arrived(String code, long nanos) {
        arrived++;
        ledger.shown(code);
        record(whole, nanos);
    }

    @Override
    public void lost(Stage stage, String reason) {
        losses.merge(stage.request() + ": " + reason, 1L, Long::sum);
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(LONGEST, Math.max(0, nanos / 1000)));
    }

    long begun() {
        return begun;
    }

    /** @return journeys that have ended in a code */
    long arrivals() {
        return arrived;
    }

    long lost() {
        return losses.values().stream().mapToLong(Long::longValue).sum();
    }

    long inFlight() {
        return begun - arrived - lost();
    }

    Map<String, Long> losses() {
        return losses;
    }

    /** @return the time of whole journeys, from the moment at which each was meant to begin */
    Histogram whole() {
        return whole;
    }

    Histogram of(Stage stage) {
        return stages.get(stage);
    }
}
