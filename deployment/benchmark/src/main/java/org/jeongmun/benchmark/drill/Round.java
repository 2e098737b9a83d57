package org.jeongmun.benchmark.drill;

import java.util.function.ToDoubleFunction;
import org.jeongmun.benchmark.ledger.DatabaseWork;
import org.jeongmun.benchmark.machine.CpuUse;

/**
 * What one offered rate came to.
 *
 * @param offered journeys a second that were meant to begin
 * @param seconds in which they came
 * @param tally how they fared
 * @param cpu used while they came
 * @param wholeCpu used until the last had ended
 * @param wholeSeconds until then
 * @param work of the database meanwhile
 * @param allocated bytes by the portal's Java meanwhile; negative when it does not tell
 */
record Round(
        double offered,
        double seconds,
        Tally tally,
        CpuUse cpu,
        CpuUse wholeCpu,
        double wholeSeconds,
        DatabaseWork work,
        long allocated) {
    private static final double SECOND = 1_000_000;

    /**
     * @return whether every journey ended in a code, and 99 of 100 within two seconds from when they were meant to
     *     begin
     */
    boolean isGood() {
        return tally.arrivals() == tally.begun() && tally.whole().getValueAtPercentile(99) <= 2 * SECOND;
    }

    double begunPerSecond() {
        return tally.begun() / seconds;
    }

    double milliseconds(double percentile) {
        return tally.whole().getValueAtPercentile(percentile) / 1000.0;
    }

    /** @return processor time for each journey: the one figure that hardly depends on who else is on the machine */
    double millisecondsPerJourney(ToDoubleFunction<CpuUse> part) {
        return perJourney(part.applyAsDouble(wholeCpu) * wholeSeconds * 1_000);
    }

    double perJourney(double amount) {
        return tally.arrivals() == 0 ? 0 : amount / tally.arrivals();
    }
}
