package org.jeongmun.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server goes on with threads of its own when it cannot make ours, and nobody would notice but under load. */
@DisplayName("The threads of the listeners")
@ExtendWith(SharedPortals.class)
class WorkerThreadsIT {
    private static final int LISTENERS = 2;
    private static final int THREADS = 416;

    private final Portal portal;

    WorkerThreadsIT(@Serving(Stage.OPEN_IN_SEOUL) Portal portal) {
        this.portal = portal;
    }

    @Test
    void areOurs() throws IOException {
        try (Stream<Path> tasks =
                Files.list(Path.of("/proc", Long.toString(portal.process().pid()), "task"))) {
            assertEquals(
                    LISTENERS * THREADS, tasks.filter(WorkerThreadsIT::isOurs).count());
        }
    }

    private static boolean isOurs(Path task) {
        try {
            return Files.readString(task.resolve("comm")).startsWith("portal-http(");
        } catch (IOException ended) {
            return false;
        }
    }
}
