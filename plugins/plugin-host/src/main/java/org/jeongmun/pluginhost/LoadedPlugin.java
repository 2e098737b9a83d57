package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import org.jeongmun.spi.PluginId;

/**
 * One plugin that passed the checks.
 *
 * @param id as it was read once, at start
 * @param plugin the plugin itself; every call goes through {@link #call}
 * @param jar the name of its jar, for messages
 * @param version what the jar says of itself; empty text when it says nothing
 */
record LoadedPlugin<P>(PluginId id, P plugin, String jar, String version) {
    LoadedPlugin {
        requireNonNull(id, "the id of a plugin");
    }

    String className() {
        return plugin.getClass().getName();
    }

    /** What is asked of a plugin. */
    @FunctionalInterface
    interface Call<P, T, X extends Exception> {
        T on(P plugin) throws X;
    }

    /** Calls the plugin with its own class loader as the thread's, so that its libraries look into its jar alone. */
    <T, X extends Exception> T call(Call<P, T, X> call) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin.getClass().getClassLoader());
        try {
            return call.on(plugin);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
