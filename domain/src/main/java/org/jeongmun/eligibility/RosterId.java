package org.jeongmun.eligibility;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The id of a roster: lower-case ASCII letters, digits and hyphens, at most 64.
 *
 * @param value the id as text
 */
public record RosterId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Refuses any other form. */
    public RosterId {
        requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The id of a roster has lower-case letters, digits and hyphens, at most 64.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
