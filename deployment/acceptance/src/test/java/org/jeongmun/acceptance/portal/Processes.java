package org.jeongmun.acceptance.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Processes by their ids, never by their names. */
public final class Processes {
    private Processes() {}

    /** @return the process and everything that it started and that still runs under it */
    public static List<ProcessHandle> treeOf(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    /** Ends them by force and waits until they are gone. */
    public static void endAll(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEndOf(processes);
    }

    /** Sends a signal to those of them that still run. */
    static void signal(String name, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.stream()
                .filter(Processes::runs)
                .map(handle -> Long.toString(handle.pid()))
                .forEach(command::add);
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until they are gone; one that is nobody's child any more may be slow to be buried. */
    public static void awaitEndOf(List<ProcessHandle> processes) {
        Awaitility.await("the end of " + processes)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> processes.stream().noneMatch(Processes::runs));
    }

    /** @return whether it still does anything: one that has ended and was not buried by its parent does not count */
    public static boolean runs(ProcessHandle process) {
        return process.isAlive() && !ProcFiles.isZombie(process.pid());
    }
}
