/** Knocking at doors through the socket, in every spelling, and judging what comes back. */
package org.jeongmun.doors.trial;
