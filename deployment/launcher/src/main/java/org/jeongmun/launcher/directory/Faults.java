package org.jeongmun.launcher.directory;

import java.util.Map;
import java.util.TreeMap;

/** The lines of a file that are refused, with their reasons. */
public final class Faults {
    private final TreeMap<Long, String> listed = new TreeMap<>();

    /** No line is refused yet. */
    Faults() {}

    /** Refuses a line; each line once. */
    public void add(long line, String reason) {
        listed.put(line, reason);
    }

    /** @return line and reason, by line */
    Map<Long, String> listed() {
        return listed;
    }

    /** @return how many lines are refused */
    public long count() {
        return listed.size();
    }
}
