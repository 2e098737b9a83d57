package org.jeongmun.pluginhost;

import java.util.HashMap;
import java.util.Map;

/**
 * How many long answers are under way. Each holds a piece in memory and a socket, and a client that reads slowly holds
 * them for as long as it likes, within two minutes; so nobody has many at once. Who has no key counts as one with all
 * others.
 */
final class LongAnswers {
    static final int MOST = 32;
    static final int MOST_OF_ONE = 8;

    private final Map<String, Integer> ofEach = new HashMap<>();
    private int all;

    /** @return whether one more may begin */
    synchronized boolean begin(String caller) {
        int before = ofEach.getOrDefault(caller, 0);
        if (all == MOST || before == MOST_OF_ONE) {
            return false;
        }
        all++;
        ofEach.put(caller, before + 1);
        return true;
    }

    synchronized void end(String caller) {
        all--;
        ofEach.computeIfPresent(caller, (who, count) -> count == 1 ? null : count - 1);
    }
}
