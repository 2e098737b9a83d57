package org.jeongmun.outerlock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.catalina.Container;
import org.jeongmun.lock.ContainerDoorsMXBean;
import org.jeongmun.outerlock.doors.ContainerDoors;
import org.jeongmun.outerlock.doors.GateCheck;

/** What the server tells of its own doors, on the platform's MBean server. */
final class ContainerDoorsControl implements ContainerDoorsMXBean {
    private static final Logger LOG = System.getLogger(ContainerDoorsControl.class.getName());

    private final Container virtualServer;

    ContainerDoorsControl(Container virtualServer) {
        this.virtualServer = virtualServer;
    }

    /** Whoever cannot find it takes the portal for one whose gate nobody has looked at. */
    void register() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(this, name);
        } catch (JMException unseen) {
            LOG.log(Level.ERROR, "outerlock.doors.unseen", unseen);
        }
    }

    @Override
    public String getDoors() {
        return new ContainerDoors(virtualServer).told().toString();
    }

    @Override
    public List<String> getGateFaults() {
        return new GateCheck(virtualServer).faults();
    }
}
