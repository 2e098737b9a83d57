/**
 * Finds plugins, checks what their jars carry, and calls them within limits; answers the domain's ports with them.
 * A plugin that throws, hangs or answers nothing makes nobody eligible and takes nothing else down.
 */
package org.jeongmun.pluginhost;
