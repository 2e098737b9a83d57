package org.jeongmun.pluginhost;

import java.util.Map;
import java.util.TreeMap;

/** Keeps counts for a test to look at. */
final class CountsInMemory implements PluginCounts {
    private final Map<String, Integer> counts = new TreeMap<>();

    @Override
    public synchronized void count(String plugin, PluginOutcome outcome) {
        counts.merge(plugin + " " + outcome, 1, Integer::sum);
    }

    synchronized Map<String, Integer> all() {
        return new TreeMap<>(counts);
    }
}
