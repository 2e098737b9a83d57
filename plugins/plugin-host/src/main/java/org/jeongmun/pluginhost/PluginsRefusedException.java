package org.jeongmun.pluginhost;

/**
 * Stops the start: a plugin jar is not what it should be. The message is one line for the operator that names the jar,
 * what is wrong with it and the remedy.
 */
public final class PluginsRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PluginsRefusedException(String message) {
        super(message);
    }

    PluginsRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
