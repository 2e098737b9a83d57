package org.jeongmun.pluginhost;

/** Counts what calls of plugins came to. */
@FunctionalInterface
interface PluginCounts {
    /** @param plugin an id of a plugin or the name of a missing rule; never anything that a visitor typed */
    void count(String plugin, PluginOutcome outcome);
}
