/** Wrong clocks, requests across a second, crowds at both ends of a window: the database's time decides. */
package org.jeongmun.acceptance.timegames;
