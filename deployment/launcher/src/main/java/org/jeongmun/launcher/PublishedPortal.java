package org.jeongmun.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What a portal has published in its folder, if one runs there: the values of {@link #FILE} at one moment. */
public final class PublishedPortal {
    /** The file in the folder of {@code --data}; there while a portal serves. */
    public static final String FILE = "portal.properties";

    private final Path folder;
    private final Properties values;

    private PublishedPortal(Path folder, Properties values) {
        this.folder = folder;
        this.values = values;
    }

    /** @return what stands in the folder's file now; without any value where nobody serves */
    public static PublishedPortal in(Path folder) {
        Properties values = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve(FILE))) {
            values.load(file);
        } catch (IOException nobodyServesHere) {
            values.clear();
        }
        return new PublishedPortal(folder, values);
    }

    /** @return the folder that was looked into */
    public Path folder() {
        return folder;
    }

    /** @return where its management listener is */
    public Optional<URI> management() {
        return value("management.url").map(URI::create);
    }

    /** @return where citizens reach it */
    public Optional<URI> publicUrl() {
        return value("public.url").map(URI::create);
    }

    /** @return the value of a key such as {@code db.url} */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /** @return whether the portal with that management port is the one of this folder */
    public boolean isAt(URI management) {
        return management().filter(own -> own.getPort() == management.getPort()).isPresent();
    }
}
