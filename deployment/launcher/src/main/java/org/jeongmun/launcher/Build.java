package org.jeongmun.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which versions this portal.jar is made of. */
public final class Build implements IVersionProvider {
    private final Properties versions = new Properties();

    /** Reads what the build wrote down. */
    public Build() {
        try (InputStream file = Build.class.getResourceAsStream("build.properties")) {
            versions.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "Jeongmun " + versions.getProperty("portal"),
            "Payara Micro " + versions.getProperty("payara") + ", PostgreSQL " + postgresVersion() + ", Java "
                    + Runtime.version()
        };
    }

    /** @return the version of the PostgreSQL binaries inside, such as 18.6.0 */
    public String postgresVersion() {
        return versions.getProperty("postgresql");
    }
}
