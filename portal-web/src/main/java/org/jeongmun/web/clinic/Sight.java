package org.jeongmun.web.clinic;

import java.time.Instant;

/** The snapshot as of one moment, with what was counted in it. Safe for many threads. */
final class Sight {
    private final Snapshot snapshot;
    private final long atNanos;
    private final Instant checkedAt;
    private final Totals totals;
    private volatile FreeByClinic free;

    /**
     * Counts what is free.
     *
     * @param atNanos when the database was asked, by the monotonic clock
     * @param checkedAt the same by the portal's clock
     * @param first whose places are asked for next, in all likelihood
     */
    Sight(Snapshot snapshot, long atNanos, Instant checkedAt, Sharing first) {
        this.snapshot = snapshot;
        this.atNanos = atNanos;
        this.checkedAt = checkedAt;
        this.totals = snapshot.slots().totalsAfter(checkedAt);
        this.free = count(first);
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

    /** @return the sums over all slots after {@link #checkedAt()} */
    Totals totals() {
        return totals;
    }

    /** @return what is free of that; counted anew only when that would come to something else */
    FreeByClinic freeOf(Sharing meant) {
        FreeByClinic counted = free;
        if (!counted.holdsFor(meant)) {
            counted = count(meant);
            free = counted;
        }
        return counted;
    }

    private FreeByClinic count(Sharing meant) {
        long nextRelease = totals.nextRelease(meant).map(SlotTable::micros).orElse(SlotTable.NEVER);
        return new FreeByClinic(snapshot.slots(), snapshot.clinics().size(), meant, nextRelease);
    }
}
