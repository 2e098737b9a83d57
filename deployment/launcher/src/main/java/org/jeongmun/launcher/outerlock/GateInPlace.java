package org.jeongmun.launcher.outerlock;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jeongmun.launcher.CommandFailure;

/**
 * The self-check of the start: the portal's own gate is the first of all filters, on every path and for every dispatch,
 * in the chain that the container has made. The outer lock, which sits inside the server, looks.
 */
public final class GateInPlace {
    private static final String DOORS = "org.jeongmun:type=ContainerDoors";

    private GateInPlace() {}

    /**
     * Fails unless the gate stands where it must.
     *
     * @throws CommandFailure exit code 3, with what stands there instead
     */
    public static void require() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(DOORS);
            if (!beans.isRegistered(name)) {
                throw notInPlace("nobody in the server can look at it", null);
            }
            List<String> faults = List.of((String[]) beans.getAttribute(name, "GateFaults"));
            if (!faults.isEmpty()) {
                throw notInPlace(String.join("; ", faults), null);
            }
        } catch (JMException unreadable) {
            throw notInPlace("the server does not say", unreadable);
        }
    }

    private static CommandFailure notInPlace(String reason, Exception cause) {
        return CommandFailure.notThere(
                "The gate is not in front of the portal, which is not served without it: %s.".formatted(reason), cause);
    }
}
