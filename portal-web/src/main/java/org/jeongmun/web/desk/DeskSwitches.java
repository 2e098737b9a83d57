package org.jeongmun.web.desk;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Finds the switches of the process around the portal. */
final class DeskSwitches {
    private DeskSwitches() {}

    /** @return empty on a server that portal.jar has not started: there the commands are the only switches */
    static Optional<DeskControlMXBean> ofThisProcess() {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName name = new ObjectName(DeskControlMXBean.NAME);
            return server.isRegistered(name)
                    ? Optional.of(JMX.newMXBeanProxy(server, name, DeskControlMXBean.class))
                    : Optional.empty();
        } catch (MalformedObjectNameException misspelt) {
            throw new IllegalStateException(misspelt);
        }
    }
}
