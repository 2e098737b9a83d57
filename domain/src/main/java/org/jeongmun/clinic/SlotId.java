package org.jeongmun.clinic;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a slot.
 *
 * @param value given by the database, positive
 */
public record SlotId(long value) {
    private static final Pattern WRITTEN = Pattern.compile("[1-9][0-9]{0,17}");

    /** Refuses what no database gave. */
    public SlotId {
        if (value <= 0) {
            throw new IllegalArgumentException("A slot id is positive; got %d.".formatted(value));
        }
    }

    /**
     * Reads what a form or an address says.
     *
     * @param text decimal digits, as {@link #toString} writes them; may be {@code null}
     * @return empty for anything else
     */
    public static Optional<SlotId> parse(String text) {
        return Optional.ofNullable(text)
                .filter(written -> WRITTEN.matcher(written).matches())
                .map(written -> new SlotId(Long.parseLong(written)));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
