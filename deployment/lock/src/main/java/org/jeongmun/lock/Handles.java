package org.jeongmun.lock;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** What other parts of this process hold out, whatever class loader they are of, on the platform's MBean server. */
public final class Handles {
    private Handles() {}

    /** @return the MXBean of that name, by this side's copy of its type; empty while there is none */
    public static <T> Optional<T> find(String name, Class<T> type) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName place = new ObjectName(name);
            return beans.isRegistered(place) ? Optional.of(JMX.newMXBeanProxy(beans, place, type)) : Optional.empty();
        } catch (MalformedObjectNameException misspelt) {
            throw new IllegalArgumentException(misspelt);
        }
    }
}
