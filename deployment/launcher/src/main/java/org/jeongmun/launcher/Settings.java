package org.jeongmun.launcher;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings as MicroProfile Config sees them: the system property {@code portal.db.url}, else the environment
 * variable {@code PORTAL_DB_URL}. A blank value counts as none.
 */
public final class Settings {
    private final Properties properties;
    private final Map<String, String> environment;

    /** The settings of this process. */
    public Settings() {
        this(System.getProperties(), System.getenv());
    }

    /** @return settings in which nothing is set, whatever this process was told */
    public static Settings none() {
        return new Settings(new Properties(), Map.of());
    }

    Settings(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** @return the value of a key such as {@code portal.db.url} */
    public Optional<String> value(String key) {
        return given(properties.getProperty(key)).or(() -> given(environment.get(variable(key))));
    }

    /** @return the value of {@code setting}, else its fallback */
    public Optional<String> value(LauncherSetting setting) {
        return value(setting.key()).or(setting::fallback);
    }

    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
