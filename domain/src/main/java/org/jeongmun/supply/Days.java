package org.jeongmun.supply;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Days of the calendar, both ends among them.
 *
 * @param first the first
 * @param last the last, not before the first
 */
public record Days(LocalDate first, LocalDate last) {
    /** Refuses missing parts and a last day before the first. */
    public Days {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "Days go from the first to the last; got %s and %s.".formatted(first, last));
        }
    }

    @Override
    public String toString() {
        return first + "/" + last;
    }
}
