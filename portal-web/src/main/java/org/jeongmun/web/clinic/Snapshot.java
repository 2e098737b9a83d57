package org.jeongmun.web.clinic;

import java.util.Map;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.config.SeenTransactions;

/**
 * What one import left: which clinics and slots there are. Their free places are kept up to date.
 *
 * @param version the directory's version that was loaded
 * @param seen whose changes it shows; those of all others may be missing
 * @param shares of which share of a pool people of a window take their places; those of others take what no pool has
 */
record Snapshot(long version, SeenTransactions seen, ClinicTable clinics, SlotTable slots, Map<WindowId, Long> shares) {
    /** A snapshot of a directory without pools. */
    Snapshot(long version, SeenTransactions seen, ClinicTable clinics, SlotTable slots) {
        this(version, seen, clinics, slots, Map.of());
    }
}
