package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Ports;
import org.jeongmun.acceptance.portal.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The launcher looks for its port before anything slow begins, and the public listener opens last. */
@DisplayName("A port that somebody takes while the portal starts")
class TakenPortIT {
    private static final Duration STARTING_WITHIN = Duration.ofSeconds(120);
    private static final long ENDED_WITHIN_SECONDS = 300;

    private final Path folder = Folders.create("taken-port");
    private final int port = Ports.free();
    private Process process;
    private HttpServer other;

    @AfterEach
    void end() {
        if (process != null) {
            Processes.endAll(Processes.treeOf(process.toHandle()));
        }
        if (other != null) {
            other.stop(0);
        }
        Folders.delete(folder);
    }

    /** The other one answers as an open portal would. */
    @Test
    void isNotTakenForThePortals() throws IOException, InterruptedException {
        Path console = folder.resolve("console.log");
        process = start(console);
        Awaitility.await("the portal to be past its look")
                .atMost(STARTING_WITHIN)
                .until(() -> !process.isAlive() || Files.readString(console).contains("Starting the server"));
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        other.createContext("/", exchange -> {
            byte[] open = "{\"status\":\"OPEN\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, open.length);
            exchange.getResponseBody().write(open);
            exchange.close();
        });
        other.start();

        assertTrue(process.waitFor(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS), "it goes on");
        String told = Files.readString(console);
        assertEquals(3, process.exitValue(), told);
        assertTrue(told.contains("another program has taken the port"), told);
    }

    private Process start(Path console) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                PortalJar.file().toString(),
                "run",
                "--demo",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(port),
                "--management-port",
                "0");
        builder.redirectErrorStream(true).redirectOutput(console.toFile());
        return builder.start();
    }
}
