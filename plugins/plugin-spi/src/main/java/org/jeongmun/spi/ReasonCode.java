package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Why a verdict is as it is, for a plugin's own tests and whoever looks into it: upper-case ASCII words joined by
 * underscores, at most 48 characters, from a small fixed set per plugin. It never carries anything about the person.
 * The portal goes by the verdict alone, and neither logs nor counts its reason.
 *
 * @param value for example {@code BIRTH_YEAR_IN_RANGE}
 */
public record ReasonCode(String value) {
    private static final Pattern SPELLING = Pattern.compile("[A-Z][A-Z0-9_]{0,47}");

    /** @throws IllegalArgumentException if the text is not spelled as described above */
    public ReasonCode {
        requireNonNull(value, "value");
        if (!SPELLING.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A reason code is upper-case ASCII words joined by underscores, at most 48 long; got '%s'."
                            .formatted(value));
        }
    }

    /** @return the bare text */
    @Override
    public String toString() {
        return value;
    }
}
