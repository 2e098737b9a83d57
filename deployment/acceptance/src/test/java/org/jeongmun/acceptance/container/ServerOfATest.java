package org.jeongmun.acceptance.container;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.database.TestDatabase;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Ports;
import org.jeongmun.acceptance.portal.Processes;
import org.jeongmun.launcher.database.DatabaseLogin;

/**
 * A plain payara-micro.jar in a process of its own, with one test's WAR, for Arquillian. The adapter that the server's
 * makers publish goes on reading the output of a server that has ended, without a pause: it would take one of the
 * machine's cores from every test that follows. It leaves its folders, too.
 */
public final class ServerOfATest implements DeployableContainer<ServerOfATest.NoSettings> {
    private static final String RUNNER = "ArquillianServletRunnerEE9";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String LISTENERS = """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            create-protocol --securityenabled=false mgmt-protocol
            create-http --default-virtual-server server mgmt-protocol
            create-network-listener --address 127.0.0.1 --listenerport %d --threadpool http-thread-pool \
            --protocol mgmt-protocol --target server-config mgmt-listener
            """;

    private static volatile int managementPort;

    private Path folder;
    private Path log;
    private Process process;

    /** There is nothing to set. */
    public static final class NoSettings implements ContainerConfiguration {
        @Override
        public void validate() {
            // Whatever it is, it is all right.
        }
    }

    /** @return the management port of the server that runs now */
    static int managementPort() {
        return managementPort;
    }

    @Override
    public Class<NoSettings> getConfigurationClass() {
        return NoSettings.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> war) throws DeploymentException {
        int port = Ports.free();
        try {
            folder = Folders.create("container");
            log = log(war);
            process = start(war, port);
            awaitState(port);
        } catch (IOException failed) {
            end();
            throw new DeploymentException("The server was not started.", failed);
        }
        HTTPContext address = new HTTPContext("127.0.0.1", port);
        address.add(new Servlet(RUNNER, ""));
        return new ProtocolMetaData().addContext(address);
    }

    private Process start(Archive<?> war, int port) throws IOException {
        int management = Ports.free();
        managementPort = management;
        Path root = folder.resolve("ROOT.war");
        war.as(ZipExporter.class).exportTo(root.toFile());
        Path commands = Files.writeString(folder.resolve("boot.txt"), LISTENERS.formatted(management));
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        TestWar.pluginJar()
                .as(ZipExporter.class)
                .exportTo(plugins.resolve("bad-and-good.jar").toFile());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                Path.of(System.getProperty("acceptance.stock", "target/stock"))
                        .toAbsolutePath()
                        .resolve("payara-micro.jar")
                        .toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--prebootcommandfile",
                commands.toString(),
                "--deploy",
                root.toString());
        builder.environment().putAll(settings(management, plugins));
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static Map<String, String> settings(int management, Path plugins) {
        DatabaseLogin login = TestDatabase.portalLogin();
        return new TreeMap<>(Map.of(
                "PORTAL_DB_URL",
                login.url(),
                "PORTAL_DB_USER",
                login.user(),
                "PORTAL_DB_PASSWORD",
                login.password(),
                "PORTAL_SECRET",
                SECRET,
                "PORTAL_MANAGEMENT_PORT",
                Integer.toString(management),
                "PORTAL_PLUGINS",
                plugins.toString()));
    }

    /* Each test's WAR is called as the test is. */
    private static Path log(Archive<?> war) throws IOException {
        Path logs = Path.of(System.getProperty("acceptance.logs", "target/portals"));
        Files.createDirectories(logs);
        return logs.resolve("container-" + war.getName().replace(".war", ".log"))
                .toAbsolutePath();
    }

    /** A server that answers may still know neither the time nor the schedule, and is shut for that reason alone. */
    private void awaitState(int port) throws IOException, DeploymentException {
        try {
            Awaitility.await("a server that knows what the portal is")
                    .atMost(Duration.ofSeconds(300))
                    .ignoreExceptions()
                    .failFast("it has ended", () -> !process.isAlive())
                    .until(() -> knowsItsState(port));
        } catch (RuntimeException silent) {
            end();
            throw new DeploymentException("The server does not answer; it said: " + Files.readString(log), silent);
        }
    }

    private static boolean knowsItsState(int port) {
        String schedule = new Visitor(URI.create("http://127.0.0.1:" + port))
                .get("/schedule.json")
                .body();
        return schedule.contains("\"status\":\"") && !schedule.contains("\"status\":\"UNKNOWN\"");
    }

    @Override
    public void undeploy(Archive<?> war) {
        end();
    }

    private void end() {
        if (process != null) {
            Processes.endAll(Processes.treeOf(process.toHandle()));
            process = null;
        }
        if (folder != null) {
            Folders.delete(folder);
            folder = null;
        }
    }
}
