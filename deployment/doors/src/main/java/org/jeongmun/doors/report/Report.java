package org.jeongmun.doors.report;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jeongmun.doors.inventory.Fault;

/**
 * What a trial has found.
 *
 * @param subject which portal, at which moment
 * @param states what the portal was while it was tried, in the order in which it was seen
 * @param listeners at which it was knocked
 * @param doors how many there are
 * @param ways how often it was knocked
 * @param shut how many ways were shut
 * @param mayBeOpen the paths that were open and may be
 * @param mustBeShut the doors that were open and must not be
 * @param faults what is open by the way the container is put together
 * @param warnings what the operator should know beside
 */
public record Report(
        String subject,
        List<String> states,
        List<String> listeners,
        long doors,
        long ways,
        long shut,
        List<String> mayBeOpen,
        List<OpenDoor> mustBeShut,
        List<Fault> faults,
        List<String> warnings,
        Duration took) {
    /** Copies the lists. */
    public Report {
        requireNonNull(subject, "subject");
        requireNonNull(took, "took");
        states = List.copyOf(states);
        listeners = List.copyOf(listeners);
        mayBeOpen = List.copyOf(mayBeOpen);
        mustBeShut = List.copyOf(mustBeShut);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /** @return whether all is shut that must be; never where nothing was found shut at all, which proves nothing */
    public boolean isAllShut() {
        return mustBeShut.isEmpty() && faults.isEmpty() && shut > 0;
    }

    /** @return the same with a further warning */
    public Report warning(String warning) {
        List<String> more = new java.util.ArrayList<>(warnings);
        more.add(warning);
        return new Report(subject, states, listeners, doors, ways, shut, mayBeOpen, mustBeShut, faults, more, took);
    }
}
