package org.jeongmun.benchmark.drill;

import java.io.IOException;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;

/**
 * What each of many answers cost, in microseconds of a processor.
 *
 * @param count how many there were
 * @param seconds in which they came
 * @param use of the processors meanwhile
 */
record CostOfEach(long count, double seconds, CpuUse use) {
    private static final double MICROS = 1e6;

    /** Something that gives many answers. */
    interface Work {
        /** @return how many */
        long run() throws IOException;
    }

    /** Runs it and looks at the processors before and after. */
    static CostOfEach of(ProcessHandle portal, Work work) throws IOException {
        CpuReading before = CpuReading.now(portal);
        long count = work.run();
        CpuReading after = CpuReading.now(portal);
        return new CostOfEach(count, (after.nanos() - before.nanos()) / 1e9, after.since(before));
    }

    double perSecond() {
        return count / seconds;
    }

    double portalMicros() {
        return each(use.portal());
    }

    double databaseMicros() {
        return each(use.database());
    }

    double driverMicros() {
        return each(use.driver());
    }

    private double each(double cores) {
        return count == 0 ? 0 : cores * seconds * MICROS / count;
    }
}
