package org.jeongmun.web.clinic;

import java.util.Map;
import org.jeongmun.schedule.WindowId;

/**
 * What one import left: which clinics and slots there are. Their free places are kept up to date.
 *
 * @param version the directory's version that was loaded
 * @param horizon the oldest transaction that was under way when the loading began: its changes may be missing
 * @param shares of which share of a pool people of a window take their places; those of others take what no pool has
 */
record Snapshot(long version, String horizon, ClinicTable clinics, SlotTable slots, Map<WindowId, Long> shares) {
    /** A snapshot of a directory without pools. */
    Snapshot(long version, String horizon, ClinicTable clinics, SlotTable slots) {
        this(version, horizon, clinics, slots, Map.of());
    }
}
