package org.jeongmun.benchmark.evening;

import java.time.Duration;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

/** When people come, whatever becomes of those before them: so many within a span, each by themselves. Pure. */
public final class Arrivals {
    private Arrivals() {}

    /** @return nanoseconds from the begin of the span, in order; as many in each part of it */
    public static long[] steady(int people, Duration span, Random chance) {
        return placed(people, span, chance, part -> part);
    }

    /** The same, most of them at once and ever fewer towards the end: half come in the first three tenths. */
    public static long[] rush(int people, Duration span, Random chance) {
        return placed(people, span, chance, part -> 1 - Math.sqrt(1 - part));
    }

    /** The same, ever more of them towards the end. */
    public static long[] gathering(int people, Duration span, Random chance) {
        return placed(people, span, chance, Math::sqrt);
    }

    private static long[] placed(int people, Duration span, Random chance, DoubleUnaryOperator shape) {
        return LongStream.generate(() -> (long) (shape.applyAsDouble(chance.nextDouble()) * span.toNanos()))
                .limit(people)
                .sorted()
                .toArray();
    }
}
