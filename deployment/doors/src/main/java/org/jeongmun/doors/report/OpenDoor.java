package org.jeongmun.doors.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jeongmun.doors.inventory.Door;

/**
 * A door that was open and must be shut.
 *
 * @param ways in how many ways it was found open
 * @param examples some of the ways, each with what came back
 */
public record OpenDoor(Door door, long ways, List<String> examples) {
    /** Copies the examples. */
    public OpenDoor {
        requireNonNull(door, "door");
        examples = List.copyOf(examples);
    }
}
