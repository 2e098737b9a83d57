package org.jeongmun.launcher.doors;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.PrivateFiles;

/** What a portal has published in its folder, if one runs there. */
final class PublishedPortal {
    private static final String REPORT = "doors.json";

    private final Path folder;
    private final Properties values;

    private PublishedPortal(Path folder, Properties values) {
        this.folder = folder;
        this.values = values;
    }

    static PublishedPortal in(Path folder) {
        Properties values = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("portal.properties"))) {
            values.load(file);
        } catch (IOException nobodyServesHere) {
            values.clear();
        }
        return new PublishedPortal(folder, values);
    }

    Path folder() {
        return folder;
    }

    Optional<URI> management() {
        return value("management.url").map(URI::create);
    }

    Optional<URI> publicUrl() {
        return value("public.url").map(URI::create);
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** @return whether the portal with that management port is the one of this folder */
    boolean isAt(URI management) {
        return management().filter(own -> own.getPort() == management.getPort()).isPresent();
    }

    /** Leaves a report in the folder, where the portal's management port shows it. */
    void keep(String report) {
        try {
            PrivateFiles.write(folder.resolve(REPORT), report);
        } catch (IOException refused) {
            throw CommandFailure.notThere(
                    "%s cannot be written: %s".formatted(folder.resolve(REPORT), refused.getMessage()), refused);
        }
    }
}
