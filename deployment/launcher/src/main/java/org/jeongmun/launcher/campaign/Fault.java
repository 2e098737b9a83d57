package org.jeongmun.launcher.campaign;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a campaign file.
 *
 * @param line where, counted from 1
 * @param message what is wrong and what to write instead, one line, for whoever wrote the file
 */
public record Fault(int line, String message) implements Comparable<Fault> {
    /** Refuses missing parts. */
    public Fault {
        requireNonNull(message, "message");
    }

    @Override
    public int compareTo(Fault other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : message.compareTo(other.message);
    }

    @Override
    public String toString() {
        return "line %d: %s".formatted(line, message);
    }
}
