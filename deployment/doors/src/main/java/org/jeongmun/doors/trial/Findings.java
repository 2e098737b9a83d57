package org.jeongmun.doors.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jeongmun.doors.inventory.Door;
import org.jeongmun.doors.inventory.Inventory;
import org.jeongmun.doors.inventory.Listener;
import org.jeongmun.doors.report.OpenDoor;
import org.jeongmun.doors.report.Report;
import org.jeongmun.schedule.PortalStatus;

/** Adds up what the doors have answered on all listeners. For one thread. */
final class Findings {
    private final Set<String> states = new LinkedHashSet<>();
    private final Map<String, OpenDoor> mustBeShut = new LinkedHashMap<>();
    private final Set<String> mayBeOpen = new TreeSet<>();
    private long ways;
    private long shut;

    void add(PortalStatus status, List<Tried> tried) {
        states.add(status.name());
        for (Tried each : tried) {
            ways += each.ways;
            shut += each.shut;
            if (each.mayBeOpen) {
                mayBeOpen.add(each.door.path());
            }
            if (each.mustBeShut > 0) {
                mustBeShut.merge(
                        each.door.path(), new OpenDoor(each.door, each.mustBeShut, each.examples), Findings::joined);
            }
        }
    }

    Report report(String subject, Inventory inventory, Duration took) {
        return new Report(
                subject,
                List.copyOf(states),
                inventory.listeners().stream().map(Listener::toString).toList(),
                inventory.doors().size(),
                ways,
                shut,
                List.copyOf(mayBeOpen),
                List.copyOf(mustBeShut.values()),
                inventory.faults(),
                inventory.outerLock()
                        ? List.of()
                        : List.of("There is no outer lock here: what only the server itself knows is not in the list."),
                took);
    }

    private static OpenDoor joined(OpenDoor first, OpenDoor second) {
        List<String> examples = new ArrayList<>(first.examples());
        examples.addAll(second.examples());
        Door door = first.door();
        return new OpenDoor(door, first.ways() + second.ways(), examples);
    }
}
