package org.jeongmun.partner;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The name of a partner in commands, metrics and deep links: lower-case ASCII letters, digits and hyphens, at most 64.
 *
 * @param value the id as text
 */
public record PartnerId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Refuses any other form. */
    public PartnerId {
        requireNonNull(value, "value");
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "A partner's id has lower-case letters, digits and hyphens, at most 64.");
        }
    }

    /** @return whether {@code text} can be the id of a partner; {@code null} cannot */
    public static boolean isWellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
