package org.jeongmun.launcher.database;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command that works on a database; mix it in. */
public final class DatabaseOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "portal-data",
            description = "The portal's folder, with its embedded database unless portal.db.url names a server"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path data;

    /** Filled by picocli. */
    public DatabaseOptions() {}

    /** @return the folder that was named, which may not be there */
    public Path path() {
        return data;
    }

    /** @return the folder that was named, created where it was missing */
    public DataFolder folder() {
        return DataFolder.at(data);
    }
}
