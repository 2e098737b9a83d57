package org.jeongmun.launcher.campaign;

import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong with one campaign file, so that whoever wrote it sees all of it at once. */
final class Faults {
    private final SortedSet<Fault> found = new TreeSet<>();

    /** Adds a fault; the same one twice counts once. */
    void add(int line, String message, Object... arguments) {
        found.add(new Fault(line, message.formatted(arguments)));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @return a number that grows with each new fault, to see whether a step found any */
    int count() {
        return found.size();
    }

    /** @return all of them in the order of their lines */
    SortedSet<Fault> inOrder() {
        return found;
    }
}
