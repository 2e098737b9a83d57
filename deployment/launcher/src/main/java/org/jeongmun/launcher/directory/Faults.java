package org.jeongmun.launcher.directory;

import java.util.Map;
import java.util.TreeMap;

/** The lines of a file that are refused, with their reasons; beyond a limit they are only counted. */
public final class Faults {
    private final int limit;
    private final TreeMap<Long, String> listed = new TreeMap<>();
    private long count;

    /** @param limit how many lines are listed; the first ones of the file are */
    Faults(int limit) {
        this.limit = limit;
    }

    /** Refuses a line; each line once. */
    public void add(long line, String reason) {
        count++;
        listed.put(line, reason);
        if (listed.size() > limit) {
            listed.pollLastEntry();
        }
    }

    /** @return line and reason, by line */
    Map<Long, String> listed() {
        return listed;
    }

    /** @return how many lines are refused */
    long count() {
        return count;
    }

    /** @return how many of them are not listed */
    long unlisted() {
        return count - listed.size();
    }
}
