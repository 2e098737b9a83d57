package org.jeongmun.clinic;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A time span at a clinic in which people are vaccinated.
 *
 * @param id unique
 * @param clinic where
 * @param startsAt first instant
 * @param endsAt first instant after it
 * @param vaccine what is given, as imported
 * @param free places that were free when last looked at, never negative
 */
public record Slot(SlotId id, ClinicId clinic, Instant startsAt, Instant endsAt, String vaccine, int free) {
    /** Refuses missing parts and a span that ends before it starts. */
    public Slot {
        requireNonNull(id, "id");
        requireNonNull(clinic, "clinic");
        requireNonNull(vaccine, "vaccine");
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException(
                    "A slot starts before it ends; got startsAt=%s, endsAt=%s.".formatted(startsAt, endsAt));
        }
        if (free < 0) {
            throw new IllegalArgumentException("A slot has no fewer than 0 free places; got %d.".formatted(free));
        }
    }
}
