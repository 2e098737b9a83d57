/** What a trial of all doors has found, for people and for machines. */
package org.jeongmun.doors.report;
