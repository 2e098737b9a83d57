/** Clocks that are wrong, requests from the wrong side of a second, and crowds at both ends of a window: the database's time decides. */
package org.jeongmun.acceptance.timegames;
