package org.jeongmun.acceptance.portal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running portal publishes in {@code portal.properties}.
 *
 * @param pid of its process
 * @param publicUrl where citizens come in
 * @param managementUrl where health and metrics are
 * @param databaseUrl JDBC URL of its database
 * @param databaseUser the portal's own login there
 * @param databasePassword its password, where the database is embedded
 */
public record Published(
        long pid, URI publicUrl, URI managementUrl, String databaseUrl, String databaseUser, String databasePassword) {
    static final String FILE = "portal.properties";

    /** @return what stands there now, empty while it is not there in whole */
    static Optional<Published> in(Path folder) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            read.load(reader);
        } catch (IOException notThere) {
            return Optional.empty();
        }
        return Optional.of(new Published(
                Long.parseLong(required(read, "pid")),
                URI.create(required(read, "public.url")),
                URI.create(required(read, "management.url")),
                required(read, "db.url"),
                required(read, "db.user"),
                read.getProperty("db.password", "")));
    }

    private static String required(Properties read, String key) {
        String value = read.getProperty(key);
        if (value == null) {
            throw new UncheckedIOException(new IOException("%s has no %s.".formatted(FILE, key)));
        }
        return value;
    }
}
