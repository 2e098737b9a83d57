package org.jeongmun.eligibility;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The keyed hash of an identity: all that is ever stored of who somebody is.
 *
 * @param value HMAC-SHA256 in base64url without padding: 43 letters
 */
public record PersonKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Refuses anything that is not such a hash. */
    public PersonKey {
        requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A person key is an HMAC-SHA256 in base64url.");
        }
    }

    /** @return a placeholder: a key never reaches a log by accident */
    @Override
    public String toString() {
        return "PersonKey";
    }
}
