package org.jeongmun.benchmark.portal;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;

/** How much memory the threads of another Java on this machine ask for. Costs nothing but when it is asked. */
public final class Allocations implements AutoCloseable {
    private final JMXConnector connector;
    private final ThreadMXBean threads;

    private Allocations(JMXConnector connector, ThreadMXBean threads) {
        this.connector = connector;
        this.threads = threads;
    }

    /** Attaches to the Java of that process. */
    public static Allocations of(ProcessHandle java) throws IOException {
        JMXConnector connector = ManagedJava.connect(java);
        MBeanServerConnection server = connector.getMBeanServerConnection();
        return new Allocations(
                connector,
                ManagementFactory.newPlatformMXBeanProxy(
                        server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class));
    }

    /** @return bytes so far by the threads that live now, by their ids */
    public Map<Long, Long> now() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> byThread = new HashMap<>();
        for (int at = 0; at < ids.length; at++) {
            byThread.put(ids[at], bytes[at]);
        }
        return byThread;
    }

    /** @return bytes from then until now; what threads asked for that have ended meanwhile is missing */
    public long since(Map<Long, Long> before) {
        return now().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
