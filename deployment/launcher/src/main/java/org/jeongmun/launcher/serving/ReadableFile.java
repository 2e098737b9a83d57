package org.jeongmun.launcher.serving;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jeongmun.launcher.CommandFailure;

/** Files and folders that an option names, looked at before anything slow begins. */
final class ReadableFile {
    private ReadableFile() {}

    static void require(String option, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw CommandFailure.wrongUsage(
                    "%s %s: there is no such file that this user may read.".formatted(option, file));
        }
    }

    static void requireFolder(String option, Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw CommandFailure.wrongUsage(
                    "%s %s: there is no such folder that this user may read.".formatted(option, folder));
        }
    }
}
