package org.jeongmun.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured in pairs, one right after the other: each figure of ours by the one of the limit beside it. */
public final class Ratios {
    private final List<Double> ratios = new ArrayList<>();

    /** Adds a pair. @return its ratio */
    public double add(double ours, double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException(
                    "A figure is measured against a limit above 0; got %s.".formatted(limit));
        }
        ratios.add(ours / limit);
        return ours / limit;
    }

    /** @return the one in the middle, so that one disturbed pair says nothing */
    public double median() {
        return median(ratios);
    }

    /** @return the figure in the middle of these; between the two in the middle when their number is even */
    public static double median(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalStateException("Nothing was measured, so nothing is in the middle.");
        }
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** @return how many rounds there were and how far they lie apart, in words */
    public String spread() {
        return String.format(
                Locale.ROOT,
                "median of %d rounds, from %.3f to %.3f",
                ratios.size(),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
    }
}
