/** {@code status}: what the portal is at this moment, for an operator at a terminal. */
package org.jeongmun.launcher.status;
