package org.jeongmun.benchmark.machine;

import java.time.Duration;

/** Whether the machine is free to be measured on. */
public final class ForeignLoad {
    private static final Duration LOOK = Duration.ofSeconds(3);

    private ForeignLoad() {}

    /** Looks for three seconds. @return what others use, in cores; nothing of ours must run meanwhile but this */
    public static double beforeTheStart() {
        CpuReading before = CpuReading.now(ProcessHandle.current());
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        CpuUse use = CpuReading.now(ProcessHandle.current()).since(before);
        return use.foreign() + use.database();
    }
}
