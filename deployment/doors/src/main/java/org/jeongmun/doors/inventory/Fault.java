package org.jeongmun.doors.inventory;

import static java.util.Objects.requireNonNull;

/**
 * A door that is open by the way the container is put together, whatever it answers when somebody knocks.
 *
 * @param door what it is, by name
 * @param reason why it counts as open
 */
public record Fault(String door, String reason) {
    /** Refuses missing parts. */
    public Fault {
        requireNonNull(door, "door");
        requireNonNull(reason, "reason");
    }
}
