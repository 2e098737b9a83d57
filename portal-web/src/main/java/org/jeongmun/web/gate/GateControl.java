package org.jeongmun.web.gate;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jeongmun.lock.GateMXBean;

/** The gate's handle on the platform's MBean server. */
final class GateControl implements GateMXBean {
    private final InFlight inFlight;

    GateControl(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public void drain() {
        inFlight.drain();
    }

    @Override
    public int getInFlight() {
        return inFlight.count();
    }

    void register() {
        try {
            unregister();
            server().registerMBean(this, new ObjectName(NAME));
        } catch (JMException failure) {
            throw new IllegalStateException("The gate cannot be registered as " + NAME + ".", failure);
        }
    }

    void unregister() {
        try {
            ObjectName name = new ObjectName(NAME);
            if (server().isRegistered(name)) {
                server().unregisterMBean(name);
            }
        } catch (JMException failure) {
            throw new IllegalStateException("The gate cannot be unregistered as " + NAME + ".", failure);
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
