package org.jeongmun.outerlock;

import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jeongmun.lock.OuterLockMXBean;
import org.jeongmun.lock.reading.StatePoll;

/** The outer lock's handle on the platform's MBean server. */
final class OuterLockControl implements OuterLockMXBean {
    private final OuterLock lock;
    private final DecisionCounts decisions;
    private final StatePoll poll;
    private final boolean intact;

    OuterLockControl(OuterLock lock, DecisionCounts decisions, StatePoll poll, boolean intact) {
        this.lock = lock;
        this.decisions = decisions;
        this.poll = poll;
        this.intact = intact;
    }

    void register() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(NAME);
        if (server.isRegistered(name)) {
            server.unregisterMBean(name);
        }
        server.registerMBean(this, name);
    }

    @Override
    public long getDecided() {
        return decisions.decided();
    }

    @Override
    public String getStatus() {
        return lock.status().name();
    }

    @Override
    public boolean isIntact() {
        return intact;
    }

    @Override
    public Map<String, Long> getRefusals() {
        return decisions.refusals();
    }

    @Override
    public void drain() {
        lock.drain();
    }

    @Override
    public void stop() {
        poll.stop();
    }
}
