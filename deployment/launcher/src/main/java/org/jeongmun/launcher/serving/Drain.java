package org.jeongmun.launcher.serving;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jeongmun.launcher.outerlock.OuterLock;

/**
 * The orderly end of serving: no request is admitted any more, and those under way are waited for. The portal's
 * application offers it as an MBean; without one there is nothing to wait for.
 */
final class Drain {
    private static final String GATE = "org.jeongmun:type=Gate";

    private final OuterLock outerLock;
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    Drain(OuterLock outerLock) {
        this.outerLock = outerLock;
    }

    /** @return whether nothing was under way any more when it ended, at most {@code patience} later */
    boolean drain(Duration patience) {
        try {
            outerLock.drain();
            ObjectName gate = new ObjectName(GATE);
            if (!beans.isRegistered(gate)) {
                return true;
            }
            beans.invoke(gate, "drain", new Object[0], new String[0]);
            return isEmptyWithin(gate, patience);
        } catch (JMException refused) {
            return false;
        }
    }

    private boolean isEmptyWithin(ObjectName gate, Duration patience) throws JMException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (((Number) beans.getAttribute(gate, "InFlight")).longValue() > 0) {
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
