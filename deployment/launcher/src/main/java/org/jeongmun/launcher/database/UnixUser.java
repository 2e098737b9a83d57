package org.jeongmun.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jeongmun.launcher.CommandFailure;

/** Who this process is to the operating system. */
final class UnixUser {
    private UnixUser() {}

    static Integer id() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException unreadable) {
            throw CommandFailure.notThere(
                    "/proc is not mounted: the embedded PostgreSQL needs it; or set portal.db.url.");
        }
    }

    static boolean isRoot() {
        return id() == 0;
    }

    /** PostgreSQL refuses root, and in a user namespace root is nobody: refuses when there are none to be had. */
    static void checkThatPostgresRuns() {
        if (isRoot() && !namespacesAllowed()) {
            throw CommandFailure.notThere("PostgreSQL refuses to run as root and `unshare -U` is refused here:"
                    + " start the portal as an ordinary user, or set portal.db.url to a server.");
        }
    }

    private static boolean namespacesAllowed() {
        try {
            Process trial = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
