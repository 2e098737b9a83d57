package org.jeongmun.benchmark.portal;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What a portal tells whoever shares its machine: where it is, and how its database is asked. */
final class Published {
    private final Properties told;

    private Published(Properties told) {
        this.told = told;
    }

    /**
     * Looks for what the portal of a folder tells.
     *
     * @return empty until that process has told it; what a killed one has told may be there, and go at any moment
     */
    static Optional<Published> in(Path folder, long pid) throws IOException {
        try {
            Properties told = read(folder.resolve("portal.properties"));
            return Optional.of(new Published(told))
                    .filter(now -> Long.toString(pid).equals(told.getProperty("pid")));
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    static Properties read(Path file) throws IOException {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        return read;
    }

    URI url() {
        return URI.create(told.getProperty("public.url"));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                told.getProperty("db.url"), told.getProperty("db.user"), told.getProperty("db.password"));
    }

    /** @return where its database is and who may log in there, as keys and values of {@code portal.db} */
    Map<String, String> database() {
        Map<String, String> settings = new TreeMap<>();
        for (String key : List.of("db.url", "db.user", "db.password")) {
            settings.put("portal." + key, told.getProperty(key));
        }
        return settings;
    }
}
