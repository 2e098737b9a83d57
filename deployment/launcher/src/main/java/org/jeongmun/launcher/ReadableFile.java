package org.jeongmun.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files and folders that an operator names, looked at before anything slow begins. */
public final class ReadableFile {
    private ReadableFile() {}

    /** Requires the file that an option names. */
    public static void require(String option, Path file) {
        refuseUnlessFile(option + " " + file, file);
    }

    /** Requires a file that is named without an option. */
    public static void require(Path file) {
        refuseUnlessFile(file.toString(), file);
    }

    /** Requires the folder that an option names. */
    public static void requireFolder(String option, Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw CommandFailure.wrongUsage(
                    "%s %s: there is no such folder that this user may read.".formatted(option, folder));
        }
    }

    private static void refuseUnlessFile(String named, Path file) {
        if (Files.isDirectory(file)) {
            throw CommandFailure.wrongUsage("%s is a folder: name a file in it.".formatted(named));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw CommandFailure.wrongUsage("%s is a device or a pipe: name a file.".formatted(named));
        }
        if (!Files.isReadable(file)) {
            throw CommandFailure.wrongUsage("%s: there is no such file that this user may read.".formatted(named));
        }
    }
}
