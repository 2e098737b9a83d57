/** The plugin host's own package, so that a test can ask the container's limits themselves. */
package org.jeongmun.pluginhost;
