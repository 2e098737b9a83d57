/** Doors that somebody left open, one of each class; they travel in the sabotaged WAR alone. */
package org.jeongmun.acceptance.doors.sabotage;
