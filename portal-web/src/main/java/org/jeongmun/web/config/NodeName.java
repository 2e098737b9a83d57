package org.jeongmun.web.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this node calls itself to operators; the same after a restart, where its management port is. */
public final class NodeName {
    private static final int LONGEST = 100;

    private NodeName() {}

    /** @return the machine, and its port of management, else its process */
    public static String ofThisNode() {
        String which = Setting.MANAGEMENT_PORT
                .value()
                .orElseGet(() -> "pid" + ProcessHandle.current().pid());
        String name = machine() + ":" + which.strip();
        return name.substring(Math.max(0, name.length() - LONGEST));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
