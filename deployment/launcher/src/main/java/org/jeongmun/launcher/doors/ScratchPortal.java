package org.jeongmun.launcher.doors;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Main;
import org.jeongmun.launcher.PrivateFiles;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.PublishedPortal;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import org.jeongmun.launcher.desk.Desk;

/**
 * A portal of its own, from this very portal.jar, in a process, a folder and a demo database that live as long as one
 * trial. No clock of another portal is ever touched: the moment is its demo clock's.
 */
final class ScratchPortal implements AutoCloseable {
    private static final long READY_WITHIN_SECONDS = 240;
    private static final long ENDS_WITHIN_SECONDS = 30;

    private final Path folder;
    private final Process process;
    private final Thread atOurEnd = new Thread(this::end, "scratch-portal-end");

    private ScratchPortal(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts it and waits until it serves.
     *
     * @throws CommandFailure exit code 3, when it does not
     */
    static ScratchPortal start(ScratchPlan plan, Progress progress) {
        progress.line("Starting a scratch portal");
        ScratchPortal scratch = launch(plan);
        Runtime.getRuntime().addShutdownHook(scratch.atOurEnd);
        try {
            scratch.awaitReady();
            return scratch;
        } catch (RuntimeException failed) {
            scratch.close();
            throw failed;
        }
    }

    /** @return what it has published */
    PublishedPortal published() {
        return PublishedPortal.in(folder.resolve("data"));
    }

    /** Shuts it as an operator would, in its own database. */
    void shutForMaintenance() {
        Path data = folder.resolve("data");
        try (DatabaseSession session = new Databases(Settings.none(), Progress.besideTheOutput()).open(data);
                Connection owner = session.owner()) {
            new Desk(owner, "doors").maintenanceOn("a trial of all doors", Optional.empty());
        } catch (SQLException failed) {
            throw CommandFailure.notThere("The scratch portal's database failed: " + failed.getMessage(), failed);
        }
    }

    private static ScratchPortal launch(ScratchPlan plan) {
        try {
            Path folder = Files.createTempDirectory("jeongmun-scratch-");
            Path campaign = folder.resolve("campaign.yaml");
            PrivateFiles.write(campaign, plan.campaign());
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    ownJar().toString(),
                    "run",
                    "--demo",
                    "--demo-clock",
                    plan.at().orElseGet(Instant::now).toString(),
                    "--campaign",
                    campaign.toString(),
                    "--data",
                    folder.resolve("data").toString(),
                    "--port",
                    "0",
                    "--management-port",
                    "0"));
            plan.plugins().ifPresent(jars -> command.addAll(List.of("--plugins", jars.toString())));
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            // Nothing of the real portal's settings: not its database, not its secret, not its name.
            builder.environment().keySet().removeIf(name -> name.startsWith("PORTAL_"));
            builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("console.log").toFile());
            return new ScratchPortal(folder, builder.start());
        } catch (IOException failed) {
            throw CommandFailure.notThere("A scratch portal cannot be started: " + failed.getMessage(), failed);
        }
    }

    private static Path ownJar() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        while (published().management().isEmpty()) {
            try {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw CommandFailure.notThere("The scratch portal did not start: " + lastWords());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw CommandFailure.notThere("Interrupted while the scratch portal was starting.");
            }
            if (System.nanoTime() > deadline) {
                throw CommandFailure.notThere("The scratch portal did not become ready within %d s: %s"
                        .formatted(READY_WITHIN_SECONDS, lastWords()));
            }
        }
    }

    private String lastWords() {
        try (Stream<String> lines = Files.lines(folder.resolve("console.log"))) {
            return lines.filter(line -> !line.isBlank()).reduce("it said nothing", (first, second) -> second);
        } catch (IOException unreadable) {
            return "it said nothing";
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atOurEnd);
        } catch (IllegalStateException endingAlready) {
            // Then the hook has run, or will find nothing left to do.
        }
    }

    /* By its id and those of its own children; asked first, and by force only when it does not listen. */
    private synchronized void end() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            PrivateFiles.deleteFolder(folder);
        } catch (IOException left) {
            // It lies in the machine's folder for temporary files.
        }
    }
}
