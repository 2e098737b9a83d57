/** Which doors a running portal has, by what its own container says. */
package org.jeongmun.doors.inventory;
