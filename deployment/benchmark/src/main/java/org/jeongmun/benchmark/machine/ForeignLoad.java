package org.jeongmun.benchmark.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether the machine is free to be measured on. Foreign is what everybody uses less what we can name as ours: the
 * driver, what it has started, the portal's Java, and its database with all that works there by itself. What the kernel
 * does for us later, such as writing to the disk what an import has left in memory, cannot be told from the work of
 * others; so it is waited for, and never taken off.
 */
public final class ForeignLoad {
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int QUIET_SECONDS = 2;

    private ForeignLoad() {}

    /** Looks for three seconds. @return what others use, in cores; nothing of ours must run meanwhile but this */
    public static double beforeTheStart() {
        CpuUse use = during(ProcessHandle.current(), LOOK);
        return use.foreign() + use.database();
    }

    /**
     * Has everything written to the disk that is still to be, and then looks until others were quiet for two seconds, a
     * minute at most. What is measured afterwards is judged by itself.
     *
     * @param portal the process of the portal that is measured
     * @param patiently whether to wait for others at all
     */
    public static void settle(ProcessHandle portal, boolean patiently) throws IOException {
        long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
        Process sync = new ProcessBuilder("sync").start();
        try {
            sync.waitFor(SETTLED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            sync.destroyForcibly();
        }
        int quiet = patiently ? 0 : QUIET_SECONDS;
        while (quiet < QUIET_SECONDS && System.nanoTime() < deadline) {
            quiet = during(portal, SECOND).isDisturbed() ? 0 : quiet + 1;
        }
    }

    private static CpuUse during(ProcessHandle portal, Duration time) {
        CpuReading before = CpuReading.now(portal);
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return CpuReading.now(portal).since(before);
    }
}
