package org.jeongmun.benchmark.portal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Another node on the database of a demo that a portal serves. */
public final class SecondNode {
    private SecondNode() {}

    /** Starts it; it must end before the first one, whose database it is. */
    public static MeasuredPortal beside(MeasuredPortal first, Path jar, List<String> javaOptions) throws IOException {
        Map<String, String> settings = new TreeMap<>(first.database());
        // The portal's own login is published; the one that may look after the schema lies in the folder.
        Properties owner = Published.read(first.folder().resolve("database.properties"));
        settings.put("portal.db.owner.user", owner.getProperty("user"));
        settings.put("portal.db.owner.password", owner.getProperty("password"));
        Map<String, String> environment = new TreeMap<>();
        settings.forEach(
                (key, value) -> environment.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return MeasuredPortal.start(jar, javaOptions, List.of("--demo"), environment);
    }
}
