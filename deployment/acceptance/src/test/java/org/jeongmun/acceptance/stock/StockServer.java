package org.jeongmun.acceptance.stock;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Ports;
import org.jeongmun.acceptance.portal.Processes;

/** A plain payara-micro.jar with ROOT.war and nothing but settings. */
final class StockServer implements AutoCloseable {
    private static final String ON_LOOPBACK = """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            """;

    private final Path folder = Folders.create("stock");
    private final int port = Ports.free();
    private final Process process;

    /** Starts it and waits until it knows what the portal is. */
    StockServer(Map<String, String> settings) throws IOException {
        Path stock =
                Path.of(System.getProperty("acceptance.stock", "target/stock")).toAbsolutePath();
        Path commands = folder.resolve("boot.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                stock.resolve("payara-micro.jar").toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--prebootcommandfile",
                commands.toString(),
                "--deploy",
                stock.resolve("ROOT.war").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
        try {
            Files.writeString(commands, ON_LOOPBACK);
            process = builder.start();
        } catch (IOException failed) {
            Folders.delete(folder);
            throw failed;
        }
        try {
            // One that answers may still know neither the time nor the schedule, and is shut for that reason alone.
            Awaitility.await("the stock server")
                    .atMost(Duration.ofSeconds(300))
                    .ignoreExceptions()
                    .failFast("it has ended", () -> !process.isAlive())
                    .until(this::knowsItsState);
        } catch (RuntimeException silent) {
            String said = said();
            close();
            throw new AssertionError(said, silent);
        }
    }

    private boolean knowsItsState() {
        String schedule = new Visitor(door()).get("/schedule.json").body();
        return schedule.contains("\"status\":\"") && !schedule.contains("\"status\":\"UNKNOWN\"");
    }

    /** @return where it answers */
    URI door() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** @return what it has told its terminal */
    String said() {
        try {
            return Files.readString(log());
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    @Override
    public void close() {
        Processes.endAll(Processes.treeOf(process.toHandle()));
        Folders.delete(folder);
    }
}
