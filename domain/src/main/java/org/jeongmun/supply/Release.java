package org.jeongmun.supply;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Places that come into a pool at one instant.
 *
 * @param at the first instant at which they may be taken
 * @param add for how many people
 * @param bySido how many of them in which province; empty = evenly over all clinics
 */
public record Release(Instant at, long add, SortedMap<String, Long> bySido) {
    /** Refuses a release of nothing, and provinces that do not add up to it. */
    public Release {
        requireNonNull(at, "at");
        bySido = Collections.unmodifiableSortedMap(new TreeMap<>(bySido));
        if (add < 1) {
            throw new IllegalArgumentException("A release adds at least 1; got %d.".formatted(add));
        }
        long sum = bySido.values().stream().mapToLong(Long::longValue).sum();
        if (!bySido.isEmpty() && sum != add) {
            throw new IllegalArgumentException(
                    "A release by sido adds up to what it adds; got %d and %d.".formatted(sum, add));
        }
    }

    /** A release that is divided evenly. */
    public Release(Instant at, long add) {
        this(at, add, new TreeMap<>());
    }
}
