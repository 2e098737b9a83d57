package org.jeongmun.launcher.serving;

import java.nio.file.Path;
import org.jeongmun.launcher.outerlock.OuterLock;

/** What the server is told before it boots. */
final class PayaraConfiguration {
    /** So many has each listener; the server reads it only where it cannot make our own, and takes its own instead. */
    static final String HTTP_THREADS = "416";

    private static final String SERVER = "configs.config.server-config.";
    private static final String NETWORK = SERVER + "network-config.";

    private PayaraConfiguration() {}

    /** @return asadmin commands, one on each line; the public listener is there, and does not listen */
    static String preBootCommands(Listeners listeners) {
        return """
                set %1$snetwork-listeners.network-listener.http-listener.address=%2$s
                set %1$snetwork-listeners.network-listener.http-listener.enabled=false
                create-protocol --securityenabled=false mgmt-protocol
                create-http --default-virtual-server server mgmt-protocol
                create-network-listener --address %3$s --listenerport %4$d --threadpool http-thread-pool \
                --protocol mgmt-protocol --target server-config mgmt-listener
                """.formatted(
                                NETWORK,
                                listeners.bind().getHostAddress(),
                                listeners.managementBind().getHostAddress(),
                                listeners.managementPort())
                + OuterLock.preBootCommand()
                + threads()
                + http("http-listener")
                + http("mgmt-protocol");
    }

    /**
     * Until the portal is deployed the server would answer for it, from an empty application of its own.
     *
     * @return asadmin commands for the moment after that: from now on the public listener listens
     */
    static String postDeployCommands() {
        return "set %snetwork-listeners.network-listener.http-listener.enabled=true%n".formatted(NETWORK);
    }

    /* Our own threads, which also end a body that trickles in; and none that look for new applications all the time. */
    private static String threads() {
        return """
                set %1$sthread-pools.thread-pool.http-thread-pool.classname=org.jeongmun.outerlock.workers.WorkerThreads
                set %1$sadmin-service.das-config.dynamic-reload-enabled=false
                set %1$sadmin-service.das-config.autodeploy-enabled=false
                """.formatted(SERVER);
    }

    /*
     * No HTTP/2, as many requests on a connection as it likes, and no word about who answers. TRACE comes through to
     * the locks, which refuse it like any other: the server's own refusal would list the methods of whatever is at the
     * address.
     */
    private static String http(String protocol) {
        return """
                set %1$sprotocols.protocol.%2$s.http.http2-enabled=false
                set %1$sprotocols.protocol.%2$s.http.max-connections=-1
                set %1$sprotocols.protocol.%2$s.http.xpowered-by=false
                set %1$sprotocols.protocol.%2$s.http.server-header=false
                set %1$sprotocols.protocol.%2$s.http.trace-enabled=true
                set %1$sprotocols.protocol.%2$s.http.timeout-seconds=30
                set %1$sprotocols.protocol.%2$s.http.request-timeout-seconds=30
                set %1$sprotocols.protocol.%2$s.http.upload-timeout-enabled=true
                set %1$sprotocols.protocol.%2$s.http.connection-upload-timeout-millis=5000
                """.formatted(NETWORK, protocol);
    }

    /** @return a configuration that sends all but too many stacks to {@code log}, which never grows beyond 100 MB */
    static String logging(Path log) {
        return """
                handlers=java.util.logging.FileHandler
                java.util.logging.FileHandler.pattern=%s
                java.util.logging.FileHandler.limit=100000000
                java.util.logging.FileHandler.count=1
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.encoding=UTF-8
                java.util.logging.FileHandler.filter=%s
                java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format=%%1$tFT%%1$tT.%%1$tL%%1$tz %%4$s %%3$s %%5$s%%6$s%%n
                .level=INFO
                org.flywaydb.level=WARNING
                javax.enterprise.system.tools.deployment.dol.level=WARNING
                javax.enterprise.system.tools.deployment.common.level=WARNING
                fish.payara.nucleus.util.level=WARNING
                org.glassfish.admin.mbeanserver.level=WARNING
                com.hazelcast.level=WARNING
                # Writes a stack trace for each broken connection of the pool; that the database is away is told otherwise.
                com.sun.gjc.level=OFF
                """.formatted(log.toString().replace("%", "%%").replace("\\", "\\\\"), SparseTraces.class.getName());
    }
}
