package org.jeongmun.benchmark.drill;

import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jeongmun.benchmark.evening.AdmissionRate;
import org.jeongmun.benchmark.evening.OpenRound;
import org.jeongmun.benchmark.evening.PageClass;
import org.jeongmun.benchmark.machine.CpuUse;

/**
 * One round of the drill with too many people.
 *
 * @param isOver whether there were too many
 * @param offered people a second
 * @param open what happened
 * @param use of the processors, from the wait for the opening to the last answer
 * @param admission how well the portal kept its rate while there was a line
 */
record OverloadRound(boolean isOver, double offered, OpenRound open, CpuUse use, AdmissionRate admission) {
    /**
     * In these seconds the first who had to wait learn that it is their turn, for the page looks every five, and they
     * need some more for their pages while the portal is busy.
     */
    static final int SETTLE = 10;

    double goodput() {
        return open.goodput(SETTLE);
    }

    double milliseconds(PageClass pages, double percentile) {
        Histogram times = open.diary().answers(pages);
        return times.getValueAtPercentile(percentile) / 1000.0;
    }

    long busy() {
        return open.diary().answers(PageClass.BUSY).getTotalCount();
    }

    /** @return what neither the contract nor a decision has, such as a 500; none, if all is well */
    long unforeseen() {
        return open.diary().serverErrors().entrySet().stream()
                .filter(error -> !error.getKey().startsWith("503 "))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
