package org.jeongmun.launcher.serving;

import java.time.Duration;
import java.util.Optional;
import org.jeongmun.launcher.outerlock.OuterLock;
import org.jeongmun.lock.GateMXBean;
import org.jeongmun.lock.Handles;

/**
 * The orderly end of serving: no request is admitted any more, and those under way are waited for. The portal's
 * application offers it as an MBean; without one there is nothing to wait for.
 */
final class Drain {
    private Drain() {}

    /** @return whether nothing was under way any more when it ended, at most {@code patience} later */
    static boolean drain(Duration patience) {
        OuterLock.drain();
        Optional<GateMXBean> gate = Handles.find(GateMXBean.NAME, GateMXBean.class);
        gate.ifPresent(GateMXBean::drain);
        return gate.isEmpty() || isEmptyWithin(gate.get(), patience);
    }

    private static boolean isEmptyWithin(GateMXBean gate, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (gate.getInFlight() > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
