package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A slot that has a free place.
 *
 * @param id the slot's id, for the deep link
 * @param startsAt first instant
 * @param endsAt first instant after it
 * @param vaccine what is given
 * @param free places, at least one; for who has no contract the lower bound of a coarse step
 */
public record FreeSlot(String id, Instant startsAt, Instant endsAt, String vaccine, long free) {

    /** @throws IllegalArgumentException if nothing is free in it, or it ends before it starts */
    public FreeSlot {
        requireNonNull(id, "id");
        requireNonNull(vaccine, "vaccine");
        if (free < 1 || !startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("A free slot has a place, and starts before it ends; got %d, %s to %s."
                    .formatted(free, startsAt, endsAt));
        }
    }
}
