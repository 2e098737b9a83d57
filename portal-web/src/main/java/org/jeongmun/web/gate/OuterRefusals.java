package org.jeongmun.web.gate;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jeongmun.lock.OuterLockMXBean;

/**
 * What the outer lock has refused, where there is one: those requests never come this far, and are to be counted with
 * those that did. Thread-safe.
 */
final class OuterRefusals {
    private final Map<String, Long> told = new HashMap<>();

    /**
     * Tells what has been refused since the last time.
     *
     * @param counted is told class and state, and how often more
     * @throws JMException when the outer lock is there and cannot be asked
     */
    synchronized void tell(ObjLongConsumer<String> counted) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(OuterLockMXBean.NAME);
        if (!server.isRegistered(name)) {
            return;
        }
        JMX.newMXBeanProxy(server, name, OuterLockMXBean.class).getRefusals().forEach((kind, count) -> {
            Long before = told.put(kind, count);
            counted.accept(kind, count - (before == null ? 0 : before));
        });
    }
}
