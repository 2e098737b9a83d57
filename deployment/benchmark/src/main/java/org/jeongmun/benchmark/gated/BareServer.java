package org.jeongmun.benchmark.gated;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jeongmun.benchmark.machine.ProcessorTime;
import org.jeongmun.benchmark.machine.Scratch;
import org.jeongmun.benchmark.visit.OneAnswer;

/**
 * The server out of portal.jar with the {@link TrivialServlet}, started as its makers start it, on loopback: with both
 * locks of the portal in front, with an empty filter, or with nothing. Listener and threads are set as the portal's.
 */
public final class BareServer implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(30);
    private static final String NETWORK = "set configs.config.server-config.network-config.";
    private static final String LISTENER = NETWORK
            + "network-listeners.network-listener.http-listener.address=127.0.0.1\n"
            + Stream.of("http2-enabled=false", "max-connections=-1", "xpowered-by=false", "server-header=false")
                    .map(setting -> NETWORK + "protocols.protocol.http-listener.http." + setting + "\n")
                    .reduce("", String::concat);
    private static final String THREADS = "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool."
            + "classname=org.jeongmun.outerlock.workers.WorkerThreads\n";
    private static final String OUTER_LOCK =
            "set configs.config.server-config.http-service.virtual-server.server.property."
                    + "valve_1=org.jeongmun.outerlock.OuterLockValve\n";

    private final Path folder;
    private final int port;
    private final Thread stopAtExit = new Thread(this::stop, "bare-server-stop");
    private volatile Process process;

    private BareServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one; {@link #awaitServing} waits for it.
     *
     * @param portalJar whose server and gate it is
     * @param javaOptions of its Java
     * @param database where the schedule is: keys and values of {@code portal.db}
     * @param gating what is in front
     */
    public static BareServer start(
            Path portalJar, List<String> javaOptions, Map<String, String> database, Gating gating) throws IOException {
        BareServer server = new BareServer(Scratch.folder("bare-server"), Scratch.freePort());
        Runtime.getRuntime().addShutdownHook(server.stopAtExit);
        try {
            server.launch(portalJar, javaOptions, database, gating);
            return server;
        } catch (IOException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    private void launch(Path portalJar, List<String> javaOptions, Map<String, String> database, Gating gating)
            throws IOException {
        Path war = folder.resolve("ROOT.war");
        TrivialWar.write(portalJar, war, gating);
        Path commands = Files.writeString(
                folder.resolve("boot.txt"), LISTENER + THREADS + (gating == Gating.WHOLE ? OUTER_LOCK : ""));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(javaOptions);
        command.addAll(opened(portalJar));
        // In a file that nobody else can read: a command line is seen by everybody.
        command.add("@" + Files.writeString(folder.resolve("settings"), settings(database)));
        command.addAll(List.of("-cp", portalJar.toString(), "fish.payara.micro.PayaraMicro"));
        command.addAll(List.of("--rootdir", folder.resolve("root").toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--prebootcommandfile", commands.toString(), "--deploy", war.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(console().toFile())
                .start();
    }

    private String settings(Map<String, String> database) {
        StringBuilder lines = new StringBuilder();
        database.forEach((key, value) -> lines.append("-D%s=%s\n".formatted(key, value)));
        return lines.append(
                        "-Dportal.outer.lock.lookups=none\n-Dportal.public.url=http://127.0.0.1:%d\n".formatted(port))
                .append("-Djava.io.tmpdir=%s\n".formatted(folder))
                .toString();
    }

    /** @return what the server needs to see of Java's own modules, as its manifest says, for a class path */
    private static List<String> opened(Path portalJar) throws IOException {
        try (JarFile jar = new JarFile(portalJar.toFile())) {
            Manifest manifest = jar.getManifest();
            return Stream.of("Add-Opens", "Add-Exports")
                    .flatMap(attribute -> Stream.of(manifest.getMainAttributes()
                                    .getValue(attribute)
                                    .split(" "))
                            .map(module -> "--" + attribute.toLowerCase(Locale.ROOT) + "=" + module + "=ALL-UNNAMED"))
                    .toList();
        }
    }

    /** Waits until the servlet answers, which behind the gate needs a schedule that is open. */
    public void awaitServing() throws IOException {
        if (!Scratch.await(READY_WITHIN, process, () -> serves(TrivialWar.PATH))) {
            throw new IOException("The server does not serve the trivial servlet:\n" + Files.readString(console()));
        }
    }

    /**
     * What is in front, as found out from outside: one lock knows a path that is not on the list, the other one a
     * parameter that the server cuts off before anybody else sees it, and the headers are there or not.
     */
    public Gating gating() throws IOException {
        boolean hasHeaders = new OneAnswer(url())
                        .get(TrivialWar.PATH, "")
                        .headers("Content-Security-Policy")
                        .size()
                == 1;
        boolean refuses = !serves(TrivialWar.PATH + ";jreplica=1");
        if (!hasHeaders) {
            return Gating.NONE;
        }
        return refuses ? Gating.WHOLE : Gating.EMPTY;
    }

    private boolean serves(String target) {
        try {
            return TrivialServlet.ANSWER.equals(
                    new OneAnswer(url()).get(target, "").body());
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @return where the servlet is */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port + TrivialWar.PATH);
    }

    /** @return what it has used of the processors so far, in seconds */
    public double processorSeconds() {
        return ProcessorTime.secondsOf(process.toHandle());
    }

    private Path console() {
        return folder.resolve("console.log");
    }

    @Override
    public void close() {
        Scratch.notAtExit(stopAtExit);
        stop();
    }

    private synchronized void stop() {
        if (process != null) {
            Scratch.end(process, ENDED_WITHIN);
        }
        Scratch.delete(folder);
    }
}
