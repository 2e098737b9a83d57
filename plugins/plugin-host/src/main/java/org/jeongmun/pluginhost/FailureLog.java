package org.jeongmun.pluginhost;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jeongmun.spi.PluginId;

/** Tells the operator of failing plugins: once per plugin and outcome, since the counters tell the rest. */
final class FailureLog {
    private static final System.Logger LOG = System.getLogger(FailureLog.class.getName());

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param cause its message stays out of the log: it could repeat a birth date */
    void tell(PluginId plugin, PluginOutcome outcome, Throwable cause) {
        if (told.add(plugin + " " + outcome)) {
            StackTraceElement[] trace = cause.getStackTrace();
            LOG.log(
                    Level.WARNING,
                    "plugin.failed plugin={0} outcome={1} exception={2} at={3}",
                    plugin,
                    outcome,
                    cause.getClass().getName(),
                    trace.length == 0 ? "unknown" : trace[0]);
        }
    }
}
