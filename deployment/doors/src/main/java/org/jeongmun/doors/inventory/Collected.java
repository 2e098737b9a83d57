package org.jeongmun.doors.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Doors as they are found, each path once: who names a path second is added to its sources. */
final class Collected {
    private final Map<String, Door> doors = new LinkedHashMap<>();

    void add(Door door) {
        doors.merge(door.path(), door, Collected::joined);
    }

    List<Door> doors() {
        return new ArrayList<>(doors.values());
    }

    private static Door joined(Door first, Door second) {
        return first.source().contains(second.source())
                ? first
                : new Door(first.kind(), first.path(), first.source() + "; " + second.source());
    }
}
