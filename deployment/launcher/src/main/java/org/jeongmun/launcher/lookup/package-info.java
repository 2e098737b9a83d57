/** {@code lookup}: what partners can load before an opening, when every look-up is still shut. */
package org.jeongmun.launcher.lookup;
