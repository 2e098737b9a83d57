package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The name of a plugin in campaign files and in URLs: lower-case ASCII words of letters and digits joined by single
 * hyphens, {@code kind-what}, at most 64 characters, for example {@code cohort-birth-year}.
 *
 * @param value the id as it is written in a campaign file
 */
public record PluginId(String value) {
    private static final Pattern SPELLING = Pattern.compile("[a-z][a-z0-9-]{0,62}[a-z0-9]");

    /** @throws IllegalArgumentException if the text is not spelled as described above */
    public PluginId {
        requireNonNull(value, "value");
        if (!SPELLING.matcher(value).matches() || !value.contains("-") || value.contains("--")) {
            throw new IllegalArgumentException(
                    "A plugin id is kind-what in lower-case ASCII words, at most 64 long; got '%s'.".formatted(value));
        }
    }

    /** @return the bare text, so that ids read well in messages */
    @Override
    public String toString() {
        return value;
    }
}
