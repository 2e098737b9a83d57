package org.jeongmun.clinic;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The id of a clinic, as the health authority gave it: lower-case ASCII letters, digits, dots, underscores and
 * hyphens, at most 64.
 *
 * @param value the id as text
 */
public record ClinicId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** Refuses any other form. */
    public ClinicId {
        requireNonNull(value, "value");
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "A clinic id has letters a-z, digits, dots, underscores and hyphens, at most 64.");
        }
    }

    /** @return whether {@code text} can be the id of a clinic; {@code null} cannot */
    public static boolean isWellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
