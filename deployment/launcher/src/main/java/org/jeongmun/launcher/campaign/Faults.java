package org.jeongmun.launcher.campaign;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is wrong with one campaign file, so that whoever wrote it sees all of it at once. */
final class Faults {
    private final SortedSet<Fault> found = new TreeSet<>();
    private final Set<Integer> unread = new HashSet<>();

    /**
     * Adds a fault; the same one twice counts once, and what only follows from a {@linkplain #addRoot root} not at all.
     */
    void add(int line, String message, Object... arguments) {
        if (!unread.contains(line)) {
            found.add(new Fault(line, message.formatted(arguments)));
        }
    }

    /** Adds a fault that leaves unclear what its line says: nothing else is said of that line. */
    void addRoot(int line, String message, Object... arguments) {
        unread.add(line);
        found.add(new Fault(line, message.formatted(arguments)));
    }

    /** @return what the text under {@code key} means; empty, with a fault, when that is unclear */
    <T> Optional<T> read(String key, YamlNode.Scalar text, Meaning<T> meaning) {
        try {
            return Optional.of(meaning.of(text.text()));
        } catch (UnclearTimeException unclear) {
            add(text.line(), "%s %s", key, unclear.getMessage());
            return Optional.empty();
        }
    }

    /** What a text about time means. */
    interface Meaning<T> {
        T of(String text) throws UnclearTimeException;
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
