/** Plugins in a jar of their own, good and bad ones; they know the SPI and the JDK alone. */
package org.jeongmun.acceptance.container.plugins;
