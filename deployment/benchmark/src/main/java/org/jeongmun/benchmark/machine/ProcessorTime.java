package org.jeongmun.benchmark.machine;

import java.time.Duration;

/** What one process has used of the processors, without its children. */
public final class ProcessorTime {
    private ProcessorTime() {}

    /** @return so far, in seconds; nothing of a process that has ended */
    public static double secondsOf(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }
}
