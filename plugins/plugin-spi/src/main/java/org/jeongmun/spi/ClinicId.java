package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

/**
 * The id of a clinic as partners and the portal's deep link write it.
 *
 * @param value ASCII letters, digits, dots, underscores and hyphens; never empty
 */
public record ClinicId(String value) {

    /** @throws IllegalArgumentException if the text is empty */
    public ClinicId {
        requireNonNull(value, "value");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A clinic id is not empty.");
        }
    }

    /** @return the bare text */
    @Override
    public String toString() {
        return value;
    }
}
