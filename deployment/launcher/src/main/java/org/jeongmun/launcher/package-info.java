/** The one runnable file: its commands, how they end, and what they say on the way. */
package org.jeongmun.launcher;
