package org.jeongmun.benchmark.drill;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Points of a curve out of what was measured. */
final class Curve {
    private Curve() {}

    static <T> List<double[]> of(List<T> measured, ToDoubleFunction<T> across, ToDoubleFunction<T> up) {
        return measured.stream()
                .map(each -> new double[] {across.applyAsDouble(each), up.applyAsDouble(each)})
                .toList();
    }
}
