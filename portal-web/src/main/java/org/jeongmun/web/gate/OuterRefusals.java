package org.jeongmun.web.gate;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jeongmun.lock.OuterLockMXBean;
import org.jeongmun.lock.attempt.Attempt;

/**
 * What the outer lock has refused, where there is one: those requests never come this far, and are to be counted with
 * those that did.
 */
final class OuterRefusals {
    private OuterRefusals() {}

    /**
     * Asks the outer lock.
     *
     * @return since its start; nothing where there is no outer lock
     * @throws JMException when it is there and cannot be asked
     */
    static Map<Attempt, Long> counted() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(OuterLockMXBean.NAME);
        if (!server.isRegistered(name)) {
            return Map.of();
        }
        return JMX.newMXBeanProxy(server, name, OuterLockMXBean.class).getRefusals().entrySet().stream()
                .collect(Collectors.toMap(each -> Attempt.of(each.getKey()), Map.Entry::getValue));
    }
}
