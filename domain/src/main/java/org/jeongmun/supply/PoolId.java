package org.jeongmun.supply;

import java.util.regex.Pattern;

/**
 * Names a pool within a campaign.
 *
 * @param value lower-case letters, digits and hyphens, at most 64
 */
public record PoolId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Refuses any other form. */
    public PoolId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The id of a pool has 1 to 64 lower-case letters, digits and hyphens, and begins with no hyphen.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
