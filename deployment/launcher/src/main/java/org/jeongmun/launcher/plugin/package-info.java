/** The plugins of an installation as the launcher finds them, without a server. */
package org.jeongmun.launcher.plugin;
