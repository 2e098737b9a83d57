package org.jeongmun.doors.inventory;

import java.util.List;

/**
 * All that a running portal says about its doors.
 *
 * @param listeners at which to knock
 * @param lookups exact paths that partner look-ups declare
 * @param doors each path once
 * @param faults what is open by construction
 * @param outerLock whether every virtual server has the outer lock in front
 */
public record Inventory(
        List<Listener> listeners, List<String> lookups, List<Door> doors, List<Fault> faults, boolean outerLock) {
    /** Copies the lists. */
    public Inventory {
        listeners = List.copyOf(listeners);
        lookups = List.copyOf(lookups);
        doors = List.copyOf(doors);
        faults = List.copyOf(faults);
    }
}
