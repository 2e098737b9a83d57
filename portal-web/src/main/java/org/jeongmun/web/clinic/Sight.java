package org.jeongmun.web.clinic;

import java.time.Instant;

/** The snapshot as of one moment, with what was counted in it. Safe for many threads. */
final class Sight {
    private final Snapshot snapshot;
    private final long atNanos;
    private final Instant checkedAt;
    private final long freePlaces;
    private volatile Tally tally;

    /**
     * Counts what is free.
     *
     * @param atNanos when the database was asked, by the monotonic clock
     * @param checkedAt the same by the portal's clock
     */
    Sight(Snapshot snapshot, long atNanos, Instant checkedAt) {
        this.snapshot = snapshot;
        this.atNanos = atNanos;
        this.checkedAt = checkedAt;
        this.tally = count(checkedAt);
        this.freePlaces = tally.all();
    }

    Snapshot snapshot() {
        return snapshot;
    }

    long atNanos() {
        return atNanos;
    }

    Instant checkedAt() {
        return checkedAt;
    }

    /** @return how many places are free in all slots after {@link #checkedAt()} */
    long freePlaces() {
        return freePlaces;
    }

    /** @return what is free from {@code now} on; counted anew only when a slot has begun meanwhile */
    Tally tallyAt(Instant now) {
        Tally counted = tally;
        if (!counted.holdsAt(now)) {
            counted = count(now);
            tally = counted;
        }
        return counted;
    }

    private Tally count(Instant now) {
        return new Tally(snapshot.slots(), snapshot.clinics().size(), now);
    }
}
