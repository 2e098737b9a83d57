package org.jeongmun.supply;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jeongmun.schedule.LocalizedText;

/**
 * What a slot gives, where a campaign says more of it than its name.
 *
 * @param id as slots name it
 * @param label as people are told it; empty = its id
 * @param interval between the first dose and the second; empty where one is enough
 */
public record Vaccine(String id, Optional<LocalizedText> label, Optional<Interval> interval) {
    /** Refuses missing parts. */
    public Vaccine {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(interval, "interval");
    }

    /** @return how many doses one person gets */
    public int doses() {
        return interval.isPresent() ? 2 : 1;
    }

    /**
     * How long after the first dose the second is given, in days of the calendar.
     *
     * @param minDays at the least
     * @param targetDays at best
     * @param maxDays at the most
     */
    public record Interval(int minDays, int targetDays, int maxDays) {
        /** Refuses what is not in order. */
        public Interval {
            if (minDays < 1 || targetDays < minDays || maxDays < targetDays) {
                throw new IllegalArgumentException(
                        "An interval has 1 <= minDays <= targetDays <= maxDays; got %d, %d, %d."
                                .formatted(minDays, targetDays, maxDays));
            }
        }
    }
}
