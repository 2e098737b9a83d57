/** Tests with plugin jars that are compiled and packed on the fly. */
package org.jeongmun.pluginhost;
