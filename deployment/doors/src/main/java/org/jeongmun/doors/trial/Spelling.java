package org.jeongmun.doors.trial;

import static java.util.Objects.requireNonNull;

/**
 * One way to write a target.
 *
 * @param name what was done to it, for reports
 * @param target as it goes over the wire
 * @param meansUs whether it names one of the portal's own hosts, and only one
 * @param hosts the lines of the header {@code Host}
 */
record Spelling(String name, String target, boolean meansUs, String hosts) {
    /** Refuses missing parts. */
    Spelling {
        requireNonNull(name, "name");
        requireNonNull(target, "target");
        requireNonNull(hosts, "hosts");
    }
}
