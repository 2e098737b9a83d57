package org.jeongmun.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What a program beside the portal takes of the machine while it is measured, and gives back: a folder, a port, itself.
 */
public final class Scratch {
    private static final long LOOK_MILLIS = 20;
    private static final Duration FORCED_WITHIN = Duration.ofSeconds(10);

    private Scratch() {}

    /** @return a new folder that nobody else can read */
    public static Path folder(String name) throws IOException {
        return Files.createTempDirectory("jeongmun-" + name + "-");
    }

    /** @return a port of loopback that nobody listens on */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits until something is so.
     *
     * @return false when it is not so in time, or the process that it is about has ended
     */
    public static boolean await(Duration within, Process process, BooleanSupplier so) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!so.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Takes back what was to be done when this Java ends, because it is done before; too late is no error. */
    public static void notAtExit(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyExiting) {
            // The hook does it, or has done it.
        }
    }

    /** Ends a process in good order, and what is left of it and below it by force. */
    public static void end(Process process, Duration within) {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        end(Stream.concat(Stream.of(process.toHandle()), below.stream()).toList());
    }

    /** Ends processes by force, and waits until none is left that might write. */
    public static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            try {
                process.onExit().get(FORCED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException stays) {
                // It was told to; more than that cannot be done here.
            }
        }
    }

    /** Deletes a folder and all that is in it; one that is gone already is all right. */
    public static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException gone) {
            // Removed in the same moment by who has made it, or by the first of two calls.
        }
    }
}
