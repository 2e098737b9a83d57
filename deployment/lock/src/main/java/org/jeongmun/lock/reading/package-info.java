/** One lock's own reading of the schedule and of the time: a connection and a thread that nobody else uses. */
package org.jeongmun.lock.reading;
